package dk.ordrebro.enrichment;

import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.DraftLine;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.LineAccount;
import dk.ordrebro.accounting.arithmetic.DocumentSums;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetic;
import dk.ordrebro.accounting.arithmetic.Taxed;
import dk.ordrebro.enrichment.Ladder.RatedLine;
import dk.ordrebro.enrichment.Trail.TrailLine;
import dk.ordrebro.enrichment.place.Territory;
import dk.ordrebro.enrichment.treatment.Verdict;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.money.Allocation;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.Totals;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** Puts the delivered stretches of the lines together to a draft whose gross the ledger will compute the same way, whatever its way. */
final class DraftAssembly {

    private final Case given;
    private final DocumentType type;
    private final Territory territory;
    private final Verdict.Decided verdict;
    private final TrailNotes trail;
    private final Order order;

    DraftAssembly(Case given, DocumentType type, Territory territory, Verdict.Decided verdict, TrailNotes trail) {
        this.given = given;
        this.type = type;
        this.territory = territory;
        this.verdict = verdict;
        this.trail = trail;
        this.order = given.order();
    }

    /** Whether the delivered lines carry no money at all: free lines, stock adjustments, or everything given away. */
    static boolean isWorthNothing(Case given) {
        OrderSums sums = OrderSums.of(given.order());
        return sums.lines().stream()
                .filter(line -> delivered(given, line.line()).signum() != 0)
                .allMatch(line -> line.amount().isZero());
    }

    private static BigDecimal delivered(Case given, OrderLine line) {
        return stretches(given, line).stream().map(FulfilledLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<FulfilledLine> stretches(Case given, OrderLine line) {
        return given.fulfillment().lines().stream()
                .filter(part -> part.lineKey().equals(line.key()))
                .toList();
    }

    Enrichment assemble(
            List<RatedLine> lines, List<LineChoice> choices, Optional<LineChoice> rounding, Ladder.Step.Met met) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            OrderLine line = lines.get(i).line().line();
            BigDecimal quantity = delivered(given, line);
            if (quantity.signum() != 0) {
                parts.add(new Part(
                        line, choices.get(i), quantity, due(line, met.totals().get(i))));
            }
        }
        parts.sort(Comparator.comparing((Part part) -> part.line.isCarriage()));
        PriceMode mode = mode(parts);
        boolean rounds = !met.rounding().isZero() && endsTheOrder();
        DocumentSums sums = given.arithmetic().sums(order.currency(), mode, taxed(parts, mode));
        List<DraftLine> drafted = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            drafted.add(draft(parts.get(i), mode, sums.lines().get(i)));
        }
        if (rounds) {
            drafted.add(roundingLine(rounding.orElseThrow(), met.rounding()));
        }
        return new Enrichment.Ready(draft(drafted, mode), trail.trail());
    }

    private static List<Taxed> taxed(List<Part> parts, PriceMode mode) {
        return parts.stream()
                .map(part -> new Taxed(part.amount(mode), part.choice.rate()))
                .toList();
    }

    private record Part(OrderLine line, LineChoice choice, BigDecimal quantity, Totals due) {

        Money amount(PriceMode mode) {
            return mode == PriceMode.INCLUDING_VAT ? due.gross() : due.net();
        }
    }

    /** What the delivered stretches of a line are due, by the cumulative rule. */
    private Totals due(OrderLine line, Totals whole) {
        return stretches(given, line).stream()
                .map(part -> new Stretch(part.from(), part.to(), line.quantity()).of(whole))
                .reduce(Totals.zero(order.currency()), Totals::plus);
    }

    private record Stretch(BigDecimal from, BigDecimal to, BigDecimal all) {

        Totals of(Totals whole) {
            return Totals.ofGross(
                    Allocation.stretch(whole.gross(), from, to, all), Allocation.stretch(whole.vat(), from, to, all));
        }
    }

    /** Net prices are sent as net only where the document then has the gross it is due, whichever way its ledger rounds VAT; gross always can. */
    private PriceMode mode(List<Part> parts) {
        Money due = parts.stream().map(part -> part.due.gross()).reduce(Money.zero(order.currency()), Money::plus);
        return order.priceMode() == PriceMode.EXCLUDING_VAT
                        && LedgerArithmetic.allGive(due, PriceMode.EXCLUDING_VAT, taxed(parts, PriceMode.EXCLUDING_VAT))
                ? PriceMode.EXCLUDING_VAT
                : PriceMode.INCLUDING_VAT;
    }

    private DraftLine draft(Part part, PriceMode mode, Totals expected) {
        VatRate rate = part.choice.rate();
        LineEncoding encoding = LineEncoding.of(part.quantity, price(part, mode), part.amount(mode));
        String description = description(part, encoding);
        trail.line(explain(part.line, part.choice, description, expected));
        return new DraftLine(
                part.line.key(),
                account(part),
                description,
                encoding.quantity(),
                encoding.unitPrice(),
                encoding.discount(),
                rate,
                expected);
    }

    private BigDecimal price(Part part, PriceMode mode) {
        BigDecimal price = part.line.unitPrice();
        return mode == order.priceMode()
                ? price
                : price.multiply(BigDecimal.ONE.add(part.choice.rate().fraction()));
    }

    private LineAccount account(Part part) {
        String sku = part.line.sku();
        boolean perSku =
                given.shop().productMode() == ProductMode.PER_SKU && sku != null && part.line.kind() == LineKind.ITEM;
        return new LineAccount(
                perSku ? part.line.title() : part.choice.title(),
                perSku && sku != null ? sku : "",
                part.choice.account().number(),
                part.choice.ruleset().id());
    }

    private static String description(Part part, LineEncoding encoding) {
        String sku = part.line.sku();
        String text = sku == null || sku.isBlank() ? part.line.title() : sku + " " + part.line.title();
        String folded = encoding.isFolded(part.quantity)
                ? " (" + part.quantity.stripTrailingZeros().toPlainString() + " × "
                        + part.line.unitPrice().toPlainString() + ")"
                : "";
        return Texts.capped(text + folded);
    }

    private static TrailLine explain(OrderLine line, LineChoice choice, String description, Totals totals) {
        return new TrailLine(
                line.key(),
                line.kind().name(),
                description,
                choice.kind() + "/" + choice.area(),
                choice.account().number().toString(),
                choice.account().name(),
                choice.ruleset().name(),
                choice.rate(),
                totals,
                choice.rule() == null ? List.of() : choice.rule().conditions());
    }

    /** The rounding line stands on exactly one document: the one that delivers the end of the order's last line. */
    private boolean endsTheOrder() {
        OrderLine last = order.deliverableLines().getLast();
        return stretches(given, last).stream().anyMatch(part -> part.to().compareTo(last.quantity()) == 0);
    }

    private DraftLine roundingLine(LineChoice choice, Money difference) {
        OrderLine line = new OrderLine(
                "", LineKind.FEE, null, "Øreafrunding", BigDecimal.ONE, difference.getAmount(), null, VatRate.ZERO);
        Totals totals = Totals.ofNet(difference, Money.zero(difference.getCurrencyUnit()));
        trail.line(explain(line, choice, line.title(), totals));
        return new DraftLine(
                "",
                new LineAccount(
                        choice.title(),
                        "",
                        choice.account().number(),
                        choice.ruleset().id()),
                line.title(),
                BigDecimal.ONE,
                difference,
                Money.zero(difference.getCurrencyUnit()),
                VatRate.ZERO,
                totals);
    }

    private InvoiceDraft draft(List<DraftLine> lines, PriceMode mode) {
        Totals sum = lines.stream().map(DraftLine::expected).reduce(Totals.zero(order.currency()), Totals::plus);
        return new InvoiceDraft(
                given.reference(),
                type,
                order.number(),
                given.day(),
                Buyers.of(given, territory, verdict, trail),
                order.currency(),
                order.exchangeRate(),
                mode,
                null,
                Texts.message(order, verdict, trail),
                lines,
                sum);
    }
}
