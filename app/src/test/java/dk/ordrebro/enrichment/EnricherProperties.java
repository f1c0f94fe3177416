package dk.ordrebro.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.DraftLine;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.enrichment.credit.CreditNotes;
import dk.ordrebro.money.Totals;
import dk.ordrebro.oracle.LedgerOracle;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.MoneyBack;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What must hold for every order, whatever its prices, discounts, freight and parts. */
class EnricherProperties {

    private final Enricher enricher = Enricher.bundled();

    @Property(tries = 2000)
    void partsSumToTheWholeInAnySplit(@ForAll("orders") Order order, @ForAll long seed) {
        Enrichment whole = enricher.enrich(Given.caseOf(order, Given.everything(order)));
        if (!(whole instanceof Enrichment.Ready(var all, var ignored))) {
            return;
        }

        Money sum = Money.zero(order.currency());
        for (Fulfillment part : split(order, new Random(seed))) {
            Enrichment enriched = enricher.enrich(Given.caseOf(order, part));
            if (enriched instanceof Enrichment.Ready ready) {
                assertLedgerAgrees(ready.draft());
                sum = sum.plus(ready.draft().expected().gross());
            } else {
                assertThat(enriched).isInstanceOf(Enrichment.Nothing.class);
            }
        }

        assertThat(sum).isEqualTo(all.expected().gross());
    }

    @Property(tries = 2000)
    void draftsAreWhatTheLedgerWillCompute(@ForAll("orders") Order order) {
        Enrichment whole = enricher.enrich(Given.caseOf(order, Given.everything(order)));

        assertThat(whole).isNotInstanceOf(Enrichment.Needs.class);
        if (whole instanceof Enrichment.Ready ready) {
            assertLedgerAgrees(ready.draft());
        }
    }

    @Property(tries = 1000)
    void aCreditOfEverythingLeavesZero(@ForAll("orders") Order order) {
        Fulfillment delivery = Given.everything(order);
        if (enricher.enrich(Given.caseOf(order, delivery)) instanceof Enrichment.Ready(var invoice, var ignored)) {
            Fulfillment back = Given.back(delivery, 2, true, delivery.lines());

            InvoiceDraft credit =
                    CreditNotes.credit(invoice, new InvoiceId("i"), delivery, back, new Reference("nordlys:1001:2"));

            assertThat(credit.expected()).isEqualTo(invoice.expected());
            assertThat(credit.lines()).isEqualTo(invoice.lines());
            assertThat(credit.priceMode()).isEqualTo(invoice.priceMode());
        }
    }

    @Property(tries = 1000)
    void creditsInPartsSumToTheInvoice(@ForAll("orders") Order order, @ForAll long seed) {
        Fulfillment delivery = Given.everything(order);
        if (!(enricher.enrich(Given.caseOf(order, delivery)) instanceof Enrichment.Ready(var invoice, var ignored))) {
            return;
        }

        Money sum = Money.zero(order.currency());
        for (Fulfillment part : split(order, new Random(seed))) {
            Fulfillment back = Given.back(delivery, part.number() + 1, false, part.lines());
            InvoiceDraft credit =
                    CreditNotes.credit(invoice, new InvoiceId("i"), delivery, back, new Reference("nordlys:1001:2"));
            assertLedgerAgrees(credit);
            sum = sum.plus(credit.expected().gross());
        }

        assertThat(sum).isEqualTo(invoice.expected().gross());
    }

    /** However money is paid back (off a line, over all, with pieces) and in how many parts: nothing goes back twice, and at the end nothing is left. */
    @Property(tries = 1000)
    void moneyBackInPartsSumsToTheInvoice(@ForAll("orders") Order order, @ForAll long seed) {
        Fulfillment delivery = Given.everything(order);
        if (!(enricher.enrich(Given.caseOf(order, delivery)) instanceof Enrichment.Ready(var invoice, var ignored))) {
            return;
        }
        Random random = new Random(seed);
        List<Fulfillment> earlier = new ArrayList<>();
        Totals credited = Totals.zero(order.currency());
        int parts = 1 + random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            Money left = invoice.expected().gross().minus(credited.gross());
            if (!left.isPositive()) {
                break;
            }
            Fulfillment taken = Given.back(delivery, i + 2, false, List.of(moneyBack(order, left, random)));
            CreditNotes notes = new CreditNotes(invoice, new InvoiceId("i"), delivery, earlier);
            if (notes.beyond(taken).isEmpty()) {
                InvoiceDraft credit = notes.credit(taken, new Reference("nordlys:1001:2"));
                assertLedgerAgrees(credit);
                assertThat(credit.expected().gross().getAmount())
                        .isEqualByComparingTo(
                                Objects.requireNonNull(taken.lines().getFirst().back())
                                        .gross());
                credited = credited.plus(credit.expected());
                earlier.add(taken);
            }
        }
        Fulfillment rest = Given.back(delivery, 9, true, delivery.lines());
        InvoiceDraft last = new CreditNotes(invoice, new InvoiceId("i"), delivery, earlier)
                .credit(rest, new Reference("nordlys:1001:9"));
        assertLedgerAgrees(last);
        credited = credited.plus(last.expected());

        assertThat(credited.gross()).isEqualTo(invoice.expected().gross());
        // a ledger rounds the VAT of each line of each document by itself; more than half a minor unit a line is never
        // off
        BigDecimal most = order.currency().getDecimalPlaces() == 0
                ? BigDecimal.valueOf(parts + 1L)
                : BigDecimal.valueOf(
                        (parts + 2L) * (order.lines().size() + 1L),
                        order.currency().getDecimalPlaces());
        assertThat(credited.vat().minus(invoice.expected().vat()).getAmount().abs())
                .isLessThanOrEqualTo(most);
    }

    private static FulfilledLine moneyBack(Order order, Money left, Random random) {
        Money some = left.multipliedBy(BigDecimal.valueOf(1 + random.nextInt(100), 2), RoundingMode.UP);
        String key = random.nextBoolean()
                ? ""
                : order.deliverableLines()
                        .get(random.nextInt(order.deliverableLines().size()))
                        .key();
        return new FulfilledLine(key, BigDecimal.ZERO, BigDecimal.ZERO, MoneyBack.of(some.getAmount()));
    }

    @Property(tries = 1000)
    void theSameCaseGivesTheSameDraft(@ForAll("orders") Order order) {
        Case given = Given.caseOf(order, Given.everything(order));

        assertThat(enricher.enrich(given)).isEqualTo(enricher.enrich(given));
    }

    private static void assertLedgerAgrees(InvoiceDraft draft) {
        draft.lines().forEach(line -> assertThat(line.discount().isNegative()).isFalse());
        assertThat(draft.lines().stream().map(DraftLine::expected).reduce(Totals.zero(draft.currency()), Totals::plus))
                .isEqualTo(draft.expected());
        LedgerOracle.Sums answer = LedgerOracle.of(draft, LedgerOracle.Way.OVER_THE_DOCUMENT);
        assertThat(answer.hasGross(draft.expected().gross())).isTrue();
        assertThat(answer.hasVat(draft.expected().vat())).isTrue();
    }

    /** Cuts every line at random places, so that each part takes a stretch of some lines. */
    private static List<Fulfillment> split(Order order, Random random) {
        int parts = 1 + random.nextInt(4);
        List<List<FulfilledLine>> lines = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            lines.add(new ArrayList<>());
        }
        for (OrderLine line : order.deliverableLines()) {
            BigDecimal from = BigDecimal.ZERO;
            for (int i = 0; i < parts; i++) {
                BigDecimal left = line.quantity().subtract(from);
                BigDecimal take = i == parts - 1
                        ? left
                        : left.multiply(BigDecimal.valueOf(random.nextInt(4), 0))
                                .divide(BigDecimal.valueOf(3), 2, RoundingMode.DOWN);
                if (take.signum() > 0) {
                    lines.get(i).add(new FulfilledLine(line.key(), from, take));
                    from = from.add(take);
                }
            }
        }
        List<Fulfillment> made = new ArrayList<>();
        for (List<FulfilledLine> part : lines) {
            if (!part.isEmpty()) {
                made.add(Given.part(made.size() + 1, part));
            }
        }
        return made;
    }

    @Provide
    Arbitrary<Order> orders() {
        Arbitrary<String> quantities = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 12).map(String::valueOf),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("0.01"), new BigDecimal("9.99"))
                        .ofScale(2)
                        .map(BigDecimal::toPlainString));
        Arbitrary<String> prices = Arbitraries.oneOf(
                money("0.00", "2000.00", 2), money("0.0000", "50.0000", 4), Arbitraries.of("0.01", "0.03", "33.33"));
        Arbitrary<Line> lines =
                Combinators.combine(quantities, prices, discounts()).as(Line::new);
        return Combinators.combine(
                        lines.list().ofMinSize(1).ofMaxSize(20),
                        Arbitraries.of(true, false),
                        Arbitraries.of("", "0", "39", "49.95"),
                        Arbitraries.of("", "10", "33.33", "250"),
                        Arbitraries.of("", "5", "12.5"),
                        Arbitraries.of("DK", "NO", "DE"))
                .as(EnricherProperties::order);
    }

    private static Arbitrary<String> money(String from, String to, int scale) {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal(from), new BigDecimal(to))
                .ofScale(scale)
                .map(BigDecimal::toPlainString);
    }

    private static Arbitrary<@Nullable Discount> discounts() {
        return Arbitraries.frequency(Tuple.of(5, ""), Tuple.of(1, "10"), Tuple.of(1, "33.3"))
                .map(percent -> percent.isEmpty() ? null : new Discount.Percent(new BigDecimal(percent)));
    }

    private record Line(
            String quantity, String price, @Nullable Discount discount) {}

    private static Order order(
            List<Line> lines, boolean net, String freight, String off, String percent, String country) {
        GivenOrder order = GivenOrder.order().to(country, "10115").rate(country.equals("NO") ? "0" : "25");
        if (country.equals("DK")) {
            order.to("DK", "8000");
        }
        if (net) {
            order.net();
        }
        lines.forEach(line -> order.line(LineKind.ITEM, line.quantity, line.price, line.discount));
        if (!freight.isEmpty()) {
            order.freight(freight);
        }
        if (!off.isEmpty()) {
            order.off(off);
        }
        if (!percent.isEmpty()) {
            order.offPercent(percent, true);
        }
        return order.build();
    }
}
