package dk.ordrebro.proof;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Happened;
import dk.ordrebro.access.Who;
import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.Orders;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares, and keeps the latest result of each day in PostgreSQL. The accounting program is asked outside any transaction. */
class JdbcProof implements Proof {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private final Orders orders;
    private final Bookings bookings;
    private final OrderIntegrations shops;
    private final AccountingIntegrations integrations;
    private final AccountingSystems systems;
    private final ProofRows rows;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    JdbcProof(
            Orders orders,
            Bookings bookings,
            OrderIntegrations shops,
            AccountingIntegrations integrations,
            AccountingSystems systems,
            ProofRows rows,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.orders = orders;
        this.bookings = bookings;
        this.shops = shops;
        this.integrations = integrations;
        this.systems = systems;
        this.rows = rows;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public ProofReport compare(
            CompanyId company, AccountingIntegrationId accounting, LocalDate from, LocalDate through) {
        AccountingIntegration integration = integrations
                .find(company, accounting)
                .orElseThrow(() -> new IllegalArgumentException("No accounting integration " + accounting));
        ProofReport report = compareAndKeep(integration, from, through);
        events.publishEvent(new Happened(
                company,
                Who.current(),
                "proof",
                accounting.toString(),
                report.agrees() ? "agrees" : "disagrees",
                List.of(
                        integration.name(),
                        from.toString(),
                        through.toString(),
                        Integer.toString(report.invoices()),
                        Integer.toString(report.findings().size()))));
        return report;
    }

    /** Compares and tells nobody. */
    ProofReport compareAndKeep(AccountingIntegration integration, LocalDate from, LocalDate through) {
        CompanyId company = integration.company();
        AccountingIntegrationId accounting = integration.id();
        AccountingSystem system = systems.open(integration);
        List<OrderIntegration> bound = shops.all(company).stream()
                .filter(shop -> shop.boundTo().filter(accounting::equals).isPresent())
                .toList();
        Comparison comparison = new Comparison(bound, system);
        bookings.between(company, accounting, from, through, comparison::booking);
        orders.handled(company, start(from), start(through.plusDays(1)), comparison::handled);
        system.invoices(from, through, comparison::invoice);
        ProofReport report = comparison.report(from, through, clock.instant());
        transaction.executeWithoutResult(status -> rows.replace(company, accounting, report));
        return report;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(COPENHAGEN).toInstant();
    }

    @Override
    public Optional<Span> span(CompanyId company, AccountingIntegrationId accounting) {
        return bookings.days(company, accounting).map(days -> new Span(days.from(), days.through()));
    }

    @Override
    public List<ProofDay> days(
            CompanyId company, AccountingIntegrationId accounting, LocalDate from, LocalDate through) {
        return rows.days(company, accounting, from, through);
    }

    @Override
    public List<Finding> findings(
            CompanyId company, AccountingIntegrationId accounting, LocalDate from, LocalDate through) {
        return rows.findings(company, accounting, from, through);
    }

    @Override
    public Optional<Night> night(CompanyId company, AccountingIntegrationId accounting) {
        return rows.night(company, accounting);
    }

    @Override
    public Map<CompanyId, Night> nights(Collection<CompanyId> companies) {
        return rows.nights(companies);
    }

    @Override
    public boolean hasFindings(CompanyId company, AccountingIntegrationId accounting) {
        return rows.hasFindings(company, accounting);
    }
}
