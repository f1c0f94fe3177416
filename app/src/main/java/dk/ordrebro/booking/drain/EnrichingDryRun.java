package dk.ordrebro.booking.drain;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetics;
import dk.ordrebro.booking.DryRun;
import dk.ordrebro.booking.Obstacle;
import dk.ordrebro.enrichment.Case;
import dk.ordrebro.enrichment.Enricher;
import dk.ordrebro.enrichment.Enrichment;
import dk.ordrebro.enrichment.Trail;
import dk.ordrebro.enrichment.rule.Rulebook;
import dk.ordrebro.enrichment.rule.Rules;
import dk.ordrebro.enrichment.template.Templates;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.Orders;
import dk.ordrebro.question.Answers;
import dk.ordrebro.question.Given;
import dk.ordrebro.question.Reason;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The dry run: the booking's own enrichment on an order that is not kept. Reads settings and chart, writes nothing. */
class EnrichingDryRun implements DryRun {

    private static final UUID NOBODY = new UUID(0, 0);

    private final OrderIntegrations shops;
    private final AccountingIntegrations integrations;
    private final AccountingSystems systems;
    private final Templates templates;
    private final Rules rules;
    private final Enricher enricher;
    private final LedgerArithmetics arithmetics;
    private final Orders orders;
    private final Answers answers;
    private final InstantSource clock;

    EnrichingDryRun(
            OrderIntegrations shops,
            AccountingIntegrations integrations,
            AccountingSystems systems,
            Templates templates,
            Rules rules,
            Enricher enricher,
            LedgerArithmetics arithmetics,
            Orders orders,
            Answers answers,
            InstantSource clock) {
        this.shops = shops;
        this.integrations = integrations;
        this.systems = systems;
        this.templates = templates;
        this.rules = rules;
        this.enricher = enricher;
        this.arithmetics = arithmetics;
        this.orders = orders;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public Preview preview(CompanyId company, Order order) {
        OrderIntegration shop = shop(company, order);
        return preview(shop, shop.boundTo().flatMap(id -> integrations.find(company, id)), order, null);
    }

    @Override
    public Preview preview(CompanyId company, Order order, AccountingIntegrationId accounting) {
        return preview(shop(company, order), integrations.find(company, accounting), order, null);
    }

    @Override
    public Preview preview(CompanyId company, Order order, AccountingIntegrationId accounting, Rulebook trial) {
        return preview(shop(company, order), integrations.find(company, accounting), order, trial);
    }

    private OrderIntegration shop(CompanyId company, Order order) {
        return shops.find(company, order.key().integration())
                .orElseThrow(() -> new IllegalArgumentException(
                        "No order integration " + order.key().integration()));
    }

    /** @param trial null for the rules as they are */
    private Preview preview(
            OrderIntegration shop, Optional<AccountingIntegration> accounting, Order order, @Nullable Rulebook trial) {
        if (accounting.isEmpty()) {
            return held(Obstacle.NOT_BOUND.with());
        }
        Optional<Reason> early = StartDate.before(shop, order);
        if (early.isPresent()) {
            return held(early.get());
        }
        try {
            AccountingIntegration books = accounting.get();
            Rulebook rulebook = trial != null ? trial : rules.of(books.company(), books.id());
            return preview(shop, books, order, rulebook);
        } catch (AccountingUnavailable e) {
            return held(e.problem().reason());
        }
    }

    private Preview preview(OrderIntegration shop, AccountingIntegration accounting, Order order, Rulebook rulebook) {
        Fulfillment all = everything(shop, order);
        Enrichment enrichment = enricher.enrich(new Case(
                shop,
                order,
                all,
                templates.of(accounting.company(), accounting.id()),
                systems.open(accounting).chart(),
                new Reference("preview"),
                Case.day(all),
                answers(order),
                arithmetics.of(accounting.company(), accounting.id()).rule(),
                rulebook));
        return switch (enrichment) {
            case Enrichment.Ready ready -> new Preview(ready, List.of());
            case Enrichment.Needs needs -> new Preview(needs, needs.questions());
            case Enrichment.Nothing nothing -> new Preview(nothing, List.of(nothing.reason()));
        };
    }

    /** What was answered about the order, where it is one of ours. */
    private List<Given> answers(Order order) {
        return orders.find(order.key())
                .map(stored -> answers.standing(order.key().company(), List.of(stored.id()))
                        .getOrDefault(stored.id(), List.of()))
                .orElse(List.of());
    }

    private Fulfillment everything(OrderIntegration shop, Order order) {
        List<FulfilledLine> lines = order.deliverableLines().stream()
                .map(line -> new FulfilledLine(line.key(), BigDecimal.ZERO, line.quantity()))
                .toList();
        return new Fulfillment(
                shop.company(),
                new FulfillmentId(NOBODY),
                new OrderId(NOBODY),
                1,
                1,
                null,
                null,
                false,
                clock.instant(),
                lines);
    }

    private static Preview held(Reason reason) {
        Trail empty = new Trail(null, "", "", null, null, List.of(), List.of());
        return new Preview(new Enrichment.Needs(List.of(), empty), List.of(reason));
    }
}
