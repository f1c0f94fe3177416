package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.store.Change;
import dk.ordrebro.billysimulator.store.Deviation;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** Where the tax of an invoice is rounded. Billy publishes the first; a company can be made to follow another. */
public enum VatRounding {
    /** Once, over all lines of all rates. */
    DOCUMENT,
    /** On each line, and the rounded lines are summed. */
    LINE,
    /** On the sum of the lines of each rate. */
    RATE;

    /** More than any reader counts, so that a third of a krone looks as a floating point number does. */
    private static final int UNROUNDED = 10;

    /** A line as far as its tax goes. */
    record Taxed(BigDecimal rate, Ratio tax) {}

    /** {@code document}, {@code line} or {@code rate}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The other way of {@link #word()}.
     *
     * @throws IllegalArgumentException with the words there are
     */
    public static VatRounding ofWord(String word) {
        for (VatRounding one : values()) {
            if (one.word().equals(word)) {
                return one;
            }
        }
        throw new IllegalArgumentException(word + " is none of [document, line, rate]");
    }

    static VatRounding of(Change change) {
        if (change.deviates(Deviation.VAT_PER_LINE)) {
            return LINE;
        }
        return change.deviates(Deviation.VAT_PER_RATE) ? RATE : of(change.organization());
    }

    /** What the switches of a company say. */
    public static VatRounding of(Row organization) {
        if (Switch.VAT_PER_LINE.isOn(organization)) {
            return LINE;
        }
        return Switch.VAT_PER_RATE.isOn(organization) ? RATE : DOCUMENT;
    }

    /** These switches and this rounding, whichever they had. */
    public Set<Switch> among(Set<Switch> others) {
        Set<Switch> on = EnumSet.noneOf(Switch.class);
        on.addAll(others);
        on.remove(Switch.VAT_PER_LINE);
        on.remove(Switch.VAT_PER_RATE);
        switch (this) {
            case DOCUMENT -> {}
            case LINE -> on.add(Switch.VAT_PER_LINE);
            case RATE -> on.add(Switch.VAT_PER_RATE);
        }
        return on;
    }

    /** A company that rounds this way. */
    public Row switchedOn(Row organization) {
        return organization
                .change()
                .set(Organization.SWITCHES, Switch.stored(among(Switch.on(organization))))
                .build();
    }

    @Behaviour(
            value = "An invoice's tax is the sum over all lines of all rates, rounded half-up once",
            known = Known.PUBLISHED,
            where = "8",
            question = 11)
    BigDecimal tax(List<Taxed> lines) {
        return switch (this) {
            case DOCUMENT ->
                lines.stream().map(Taxed::tax).reduce(Ratio.ZERO, Ratio::plus).rounded(2);
            case LINE -> lines.stream().map(line -> line.tax.rounded(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
            case RATE -> ofRates(lines);
        };
    }

    private static BigDecimal ofRates(List<Taxed> lines) {
        var ofRate = new TreeMap<BigDecimal, Ratio>();
        lines.forEach(line -> ofRate.merge(line.rate, line.tax, Ratio::plus));
        return ofRate.values().stream().map(tax -> tax.rounded(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The tax a line shows. */
    BigDecimal shown(Ratio tax) {
        return tax.rounded(this == DOCUMENT ? UNROUNDED : 2);
    }
}
