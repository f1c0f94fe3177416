package dk.ordrebro.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.DraftLine;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetic;
import dk.ordrebro.enrichment.credit.CreditNotes;
import dk.ordrebro.enrichment.credit.LedgerFacts;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.rule.Rulebook;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.enrichment.template.TemplateSet;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.Totals;
import dk.ordrebro.oracle.LedgerOracle;
import dk.ordrebro.oracle.LedgerOracle.Sums;
import dk.ordrebro.oracle.LedgerOracle.Way;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.MoneyBack;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.StatedTotals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.Money;

/**
 * The invariants of {@code docs/reference/vat.md} 5.2 for every order under each of the three ways a ledger may round VAT, judged by an oracle that has
 * nothing of the product's arithmetic. Tries are jqwik's default; {@code -Djqwik.tries.default=1000000} runs as many.
 */
class LedgerProperties {

    private static final LedgerFacts NOTHING_MADE = LedgerFacts.of(LedgerArithmetic.DOCUMENT, Given.chart(), Map.of());

    private final Enricher enricher = Enricher.bundled();

    private static Way way(LedgerArithmetic rule) {
        return switch (rule) {
            case DOCUMENT -> Way.OVER_THE_DOCUMENT;
            case LINE -> Way.ON_EACH_LINE;
            case RATE -> Way.ON_EACH_RATE;
        };
    }

    /** Freight without VAT makes a document of two rates. */
    private static TemplateSet templates() {
        List<Template> all = new ArrayList<>(Given.templates().templates());
        all.removeIf(one -> one.kind() == TemplateKind.FREIGHT && one.area() == Area.DOMESTIC);
        all.add(new Template(TemplateKind.FREIGHT, Area.DOMESTIC, new AccountNumber(1115), Given.FREE));
        return new TemplateSet(all);
    }

    private Enrichment enrich(Order order, Fulfillment part, LedgerArithmetic rule) {
        boolean freeFreight = order.lines().stream()
                .anyMatch(line -> line.kind() == LineKind.FREIGHT
                        && line.vatRate() != null
                        && line.vatRate().isZero());
        return enricher.enrich(new Case(
                Given.shop(),
                order,
                part,
                freeFreight ? templates() : Given.templates(),
                Given.chart(),
                new Reference("nordlys:1001:" + part.number()),
                Case.day(part),
                List.of(),
                rule,
                Rulebook.NONE));
    }

    private static boolean hasHundredths(InvoiceDraft draft) {
        return draft.currency().getDecimalPlaces() == 2;
    }

    /** Gross to the last decimal whichever way the ledger goes, net and VAT by the way it is known to go, and lines that make the whole. */
    private static void assertIsWhatTheLedgerAnswers(InvoiceDraft draft, LedgerArithmetic rule) {
        for (Way any : Way.values()) {
            assertThat(LedgerOracle.of(draft, any).hasGross(draft.expected().gross()))
                    .as("gross %s", any)
                    .isTrue();
        }
        Sums answer = LedgerOracle.of(draft, way(rule));
        if (hasHundredths(draft)) {
            assertThat(answer.hasVat(draft.expected().vat())).as("VAT %s", rule).isTrue();
            assertThat(answer.hasNet(draft.expected().net())).as("net %s", rule).isTrue();
        } else {
            assertThat(answer.hasVatToTheUnit(draft.expected().vat())).isTrue();
        }
        Totals sum = Totals.zero(draft.currency());
        for (DraftLine line : draft.lines()) {
            sum = sum.plus(line.expected());
            Money amount = line.unitPrice()
                    .multipliedBy(line.quantity(), RoundingMode.HALF_UP)
                    .minus(line.discount());
            assertThat(
                            draft.priceMode() == PriceMode.INCLUDING_VAT
                                    ? line.expected().gross()
                                    : line.expected().net())
                    .isEqualTo(amount);
        }
        assertThat(sum).isEqualTo(draft.expected());
    }

    @Property
    void aDraftIsWhatItsLedgerAnswers(@ForAll("orders") Order order, @ForAll LedgerArithmetic rule) {
        Enrichment enriched = enrich(order, Given.everything(order), rule);

        assertThat(enriched).isNotInstanceOf(Enrichment.Needs.class);
        if (enriched instanceof Enrichment.Ready ready) {
            assertIsWhatTheLedgerAnswers(ready.draft(), rule);
        }
    }

    /** The order's own total, by whichever way the shop itself rounded. */
    @Property
    void aDraftHasTheTotalOfItsShop(
            @ForAll("orders") Order order, @ForAll LedgerArithmetic ofTheShop, @ForAll LedgerArithmetic ofTheLedger) {
        if (!(enrich(order, Given.everything(order), ofTheShop) instanceof Enrichment.Ready(var told, var ignored))) {
            return;
        }
        Order stated = Reread.stating(
                order, new StatedTotals(null, null, told.expected().gross()));

        Enrichment enriched = enrich(stated, Given.everything(stated), ofTheLedger);

        assertThat(enriched).isInstanceOf(Enrichment.Ready.class);
        InvoiceDraft draft = ((Enrichment.Ready) enriched).draft();
        assertThat(draft.expected().gross()).isEqualTo(told.expected().gross());
        assertIsWhatTheLedgerAnswers(draft, ofTheLedger);
    }

    @Property
    void partsMakeTheWholeInAnySplit(@ForAll("orders") Order order, @ForAll LedgerArithmetic rule, @ForAll long seed) {
        if (!(enrich(order, Given.everything(order), rule) instanceof Enrichment.Ready(var whole, var ignored))) {
            return;
        }
        Money sum = Money.zero(order.currency());
        for (Fulfillment part : split(order, new Random(seed))) {
            if (enrich(order, part, rule) instanceof Enrichment.Ready ready) {
                assertIsWhatTheLedgerAnswers(ready.draft(), rule);
                sum = sum.plus(ready.draft().expected().gross());
            }
        }

        assertThat(sum).isEqualTo(whole.expected().gross());
    }

    /** In pieces and in money, drafted before the ledger's way was known or after: net, VAT and gross end at nought. */
    @Property
    void creditsInAnySplitLeaveNothing(
            @ForAll("orders") Order order,
            @ForAll LedgerArithmetic draftedBy,
            @ForAll LedgerArithmetic ledger,
            @ForAll long seed) {
        if (!(enrich(order, Given.everything(order), draftedBy) instanceof Enrichment.Ready(var invoice, var any))) {
            return;
        }
        Random random = new Random(seed);
        Fulfillment delivery = Given.everything(order);
        Sums left = LedgerOracle.of(invoice, way(ledger));
        List<Fulfillment> earlier = new ArrayList<>();
        Map<FulfillmentId, InvoiceDraft> made = new HashMap<>();
        List<Fulfillment> parts =
                random.nextInt(3) == 0 ? money(delivery, invoice, random) : back(order, delivery, random);
        parts.add(Given.back(delivery, 90, true, delivery.lines()));
        for (Fulfillment taken : parts) {
            LedgerFacts facts =
                    new LedgerFacts(ledger, NOTHING_MADE.withoutVat(), random.nextBoolean() ? made : Map.of());
            CreditNotes notes = new CreditNotes(invoice, new InvoiceId("i"), delivery, earlier, facts);
            if (notes.beyond(taken).isPresent()) {
                continue;
            }
            InvoiceDraft note = notes.credit(taken, new Reference("nordlys:1001:" + taken.number()));
            assertThat(LedgerOracle.of(note, way(ledger))
                            .hasGross(note.expected().gross()))
                    .isTrue();
            if (hasHundredths(note)) {
                assertThat(LedgerOracle.of(note, way(ledger))
                                .hasVat(note.expected().vat()))
                        .isTrue();
            }
            left = left.minus(LedgerOracle.of(note, way(ledger)));
            earlier.add(taken);
            made.put(taken.id(), note);
        }

        if (hasHundredths(invoice)) {
            assertThat(left).isEqualTo(Sums.NOUGHT);
        } else {
            assertThat(left.gross().isNought()).isTrue();
            assertThat(left.hasVatToTheUnit(Money.zero(order.currency()))).isTrue();
        }
    }

    private static List<Fulfillment> back(Order order, Fulfillment delivery, Random random) {
        List<Fulfillment> parts = new ArrayList<>();
        for (Fulfillment part : split(order, random)) {
            parts.add(Given.back(delivery, part.number() + 1, false, part.lines()));
        }
        return parts;
    }

    private static List<Fulfillment> money(Fulfillment delivery, InvoiceDraft invoice, Random random) {
        List<Fulfillment> parts = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            BigDecimal some = invoice.expected()
                    .gross()
                    .multipliedBy(BigDecimal.valueOf(1 + random.nextInt(60), 2), RoundingMode.DOWN)
                    .getAmount();
            if (some.signum() > 0) {
                FulfilledLine line = new FulfilledLine("", BigDecimal.ZERO, BigDecimal.ZERO, MoneyBack.of(some));
                parts.add(Given.back(delivery, i + 2, false, List.of(line)));
            }
        }
        return parts;
    }

    /** Cuts every line at random places, so that each part takes a stretch of some lines. */
    private static List<Fulfillment> split(Order order, Random random) {
        int parts = 1 + random.nextInt(5);
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
                                .divide(BigDecimal.valueOf(3), 0, RoundingMode.DOWN);
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
        return Combinators.combine(
                        Arbitraries.of("DKK", "DKK", "EUR", "JPY", "KRW"),
                        Arbitraries.of(true, false),
                        line().list().ofMinSize(1).ofMaxSize(8),
                        Arbitraries.of("", "0", "39", "49.95"),
                        Arbitraries.of("25", "0"),
                        Arbitraries.of("", "10", "33.33", "250"),
                        Arbitraries.of("", "5", "12.5"))
                .as(LedgerProperties::order);
    }

    private record Line(int quantity, String price, String percent) {}

    private static Arbitrary<Line> line() {
        Arbitrary<String> prices = Arbitraries.oneOf(
                Arbitraries.integers()
                        .between(0, 300_000)
                        .map(ore -> BigDecimal.valueOf(ore, 2).toPlainString()),
                Arbitraries.integers()
                        .between(0, 9_999_999)
                        .map(parts -> BigDecimal.valueOf(parts, 4).toPlainString()),
                Arbitraries.of("0.01", "0.02", "0.03", "0.07", "33.33"));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 12), prices, Arbitraries.of("", "", "", "10", "33.3"))
                .as(Line::new);
    }

    private static Order order(
            String currency,
            boolean net,
            List<Line> lines,
            String freight,
            String freightRate,
            String off,
            String percent) {
        boolean whole = currency.equals("JPY") || currency.equals("KRW");
        GivenOrder order = GivenOrder.order().in(currency).to("DK", "8000").rate("25");
        if (net) {
            order.net();
        }
        for (Line line : lines) {
            order.line(
                    LineKind.ITEM,
                    Integer.toString(line.quantity),
                    whole
                            ? new BigDecimal(line.price)
                                    .setScale(0, RoundingMode.UP)
                                    .toPlainString()
                            : line.price,
                    line.percent.isEmpty() ? null : new Discount.Percent(new BigDecimal(line.percent)));
        }
        if (!off.isEmpty()) {
            order.off(whole ? new BigDecimal(off).setScale(0, RoundingMode.UP).toPlainString() : off);
        }
        if (!percent.isEmpty()) {
            order.offPercent(percent, true);
        }
        if (!freight.isEmpty()) {
            order.rate(freightRate)
                    .freight(
                            whole
                                    ? new BigDecimal(freight)
                                            .setScale(0, RoundingMode.UP)
                                            .toPlainString()
                                    : freight);
        }
        return order.build();
    }
}
