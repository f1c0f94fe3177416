package dk.ordrebro.period;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * What some postings make together. Credit notes count with a minus.
 *
 * @param net kroner without VAT; each posting is turned into kroner and rounded to the øre by itself, so that every way of telling them apart has the
 *     same total
 * @param vat kroner
 * @param unknown with VAT, by currency: what no rate is known for, which is not in the other two
 */
public record Sum(BigDecimal net, BigDecimal vat, Map<String, BigDecimal> unknown) {

    public static final Sum NOTHING = new Sum(BigDecimal.ZERO, BigDecimal.ZERO, Map.of());

    public Sum {
        unknown = Map.copyOf(unknown);
    }

    /** Kroner with VAT. */
    public BigDecimal gross() {
        return net.add(vat);
    }

    public Sum plus(Sum other) {
        Map<String, BigDecimal> both = new TreeMap<>(unknown);
        other.unknown.forEach((currency, amount) -> both.merge(currency, amount, BigDecimal::add));
        return new Sum(net.add(other.net), vat.add(other.vat), both);
    }
}
