package dk.ordrebro.accounting.arithmetic;

import dk.ordrebro.money.Fraction;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.Totals;
import dk.ordrebro.money.Vat;
import dk.ordrebro.money.VatRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * How an accounting program adds a document up. The amount of a line is quantity × unit price, rounded, less its cash discount; the gross of prices
 * with VAT and the net of prices without are the sum of the lines, whatever the rule. The rules part in where VAT is rounded, always half away
 * from zero. All three are lawful ({@code docs/reference/vat.md} 5.1). Billy publishes the first ({@code docs/reference/billy-api.md} 8); which one a company's
 * ledger follows is told by its answers, see {@link LedgerArithmetics}.
 */
public enum LedgerArithmetic {
    /** VAT is rounded once, over all lines of all rates. */
    DOCUMENT,
    /** VAT of each line is rounded, and the rounded ones are summed. */
    LINE,
    /** VAT of each rate is rounded on the sum of its lines. */
    RATE;

    /** Decimals the program counts in, whatever the currency: yen and won too come to hundredths there. */
    private static final int DECIMALS = 2;

    /** The line's amount in the price mode of the document. */
    public static Money amount(BigDecimal quantity, Money unitPrice, Money discount) {
        return unitPrice.multipliedBy(quantity, RoundingMode.HALF_UP).minus(discount);
    }

    /** What a document of these lines comes to. */
    public DocumentSums sums(CurrencyUnit currency, PriceMode mode, List<Taxed> lines) {
        List<Money> vat = new ArrayList<>(lines.size());
        for (Taxed line : lines) {
            vat.add(Money.zero(line.amount().getCurrencyUnit()));
        }
        for (Group group : groups(currency, lines)) {
            spread(currency, mode, lines, group, vat);
        }
        List<Totals> totals = IntStream.range(0, lines.size())
                .mapToObj(i -> totals(lines.get(i).amount(), vat.get(i), mode))
                .toList();
        return new DocumentSums(totals.stream().reduce(Totals.zero(currency), Totals::plus), totals);
    }

    private static Totals totals(Money amount, Money vat, PriceMode mode) {
        return switch (mode) {
            case INCLUDING_VAT -> Totals.ofGross(amount, vat);
            case EXCLUDING_VAT -> Totals.ofNet(amount, vat);
        };
    }

    /** What a document of one line comes to, where all three rules agree. */
    public static Totals ofOne(Money amount, VatRate rate, PriceMode mode) {
        return DOCUMENT.sums(amount.getCurrencyUnit(), mode, List.of(new Taxed(amount, rate)))
                .total();
    }

    /** The document's VAT as the program tells it, in hundredths whatever the currency. */
    public BigDecimal vat(PriceMode mode, List<Taxed> lines) {
        return switch (this) {
            case DOCUMENT -> exact(mode, lines).rounded(DECIMALS, RoundingMode.HALF_UP);
            case LINE ->
                lines.stream()
                        .map(line ->
                                Vat.exact(line.amount(), line.rate(), mode).rounded(DECIMALS, RoundingMode.HALF_UP))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
            case RATE ->
                ofRates(lines).entrySet().stream()
                        .map(ofRate -> Vat.exact(ofRate.getValue(), ofRate.getKey(), mode)
                                .rounded(DECIMALS, RoundingMode.HALF_UP))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        };
    }

    private static Fraction exact(PriceMode mode, List<Taxed> lines) {
        return ofRates(lines).entrySet().stream()
                .map(ofRate -> Vat.exact(ofRate.getValue(), ofRate.getKey(), mode))
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    private static Map<VatRate, Money> ofRates(List<Taxed> lines) {
        Map<VatRate, Money> amounts = new LinkedHashMap<>();
        lines.forEach(line -> amounts.merge(line.rate(), line.amount(), Money::plus));
        return amounts;
    }

    /** Whether a document of these lines has this gross in the program, to its last decimal, whichever rule it follows. */
    public static boolean allGive(Money gross, PriceMode mode, List<Taxed> lines) {
        BigDecimal amounts =
                lines.stream().map(line -> line.amount().getAmount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (mode) {
            case INCLUDING_VAT -> amounts.compareTo(gross.getAmount()) == 0;
            case EXCLUDING_VAT ->
                EnumSet.allOf(LedgerArithmetic.class).stream()
                        .allMatch(rule -> amounts.add(rule.vat(mode, lines)).compareTo(gross.getAmount()) == 0);
        };
    }

    /** The rules by which a document of these lines has this VAT. */
    public static Set<LedgerArithmetic> giving(Money vat, PriceMode mode, List<Taxed> lines) {
        Set<LedgerArithmetic> giving = EnumSet.allOf(LedgerArithmetic.class);
        giving.removeIf(
                rule -> !money(vat.getCurrencyUnit(), rule.vat(mode, lines)).equals(vat));
        return giving;
    }

    private static Money money(CurrencyUnit currency, BigDecimal number) {
        return Money.of(currency, number, RoundingMode.HALF_UP);
    }

    /** Lines over which the VAT of a rounding is spread. */
    private record Group(LedgerArithmetic rule, List<Integer> members) {}

    /** Where the currency has no hundredths, what the program rounded is rounded once more, and that over the whole document. */
    private List<Group> groups(CurrencyUnit currency, List<Taxed> lines) {
        List<Integer> all = IntStream.range(0, lines.size()).boxed().toList();
        if (this == DOCUMENT || currency.getDecimalPlaces() < DECIMALS) {
            return List.of(new Group(this, all));
        }
        if (this == LINE) {
            return all.stream().map(i -> new Group(LINE, List.of(i))).toList();
        }
        return lines.stream()
                .map(Taxed::rate)
                .distinct()
                .map(rate -> new Group(
                        RATE,
                        all.stream()
                                .filter(i -> lines.get(i).rate().equals(rate))
                                .toList()))
                .toList();
    }

    /**
     * The VAT of some lines spread over them: the whole units of each exact value, then one unit each by the largest remainder, ties to the lower index
     * ({@code docs/reference/vat.md} 5.2).
     */
    private static void spread(CurrencyUnit currency, PriceMode mode, List<Taxed> lines, Group group, List<Money> vat) {
        List<Integer> members = group.members();
        List<Taxed> some = members.stream().map(lines::get).toList();
        Money left = money(currency, group.rule().vat(mode, some));
        if (members.size() == 1) {
            vat.set(members.getFirst(), left);
            return;
        }
        List<Fraction> remainders = new ArrayList<>();
        for (int m = 0; m < members.size(); m++) {
            Fraction exact = Vat.exact(some.get(m).amount(), some.get(m).rate(), mode);
            BigDecimal whole = exact.rounded(currency.getDecimalPlaces(), RoundingMode.FLOOR);
            remainders.add(exact.minus(whole));
            vat.set(members.get(m), Money.of(currency, whole));
            left = left.minus(vat.get(members.get(m)));
        }
        Money unit = Money.ofMinor(currency, 1);
        IntStream.range(0, members.size())
                .boxed()
                .sorted(Comparator.comparing((Integer m) -> remainders.get(m)).reversed())
                .limit(left.getAmountMinorLong())
                .map(members::get)
                .forEach(i -> vat.set(i, vat.get(i).plus(unit)));
    }
}
