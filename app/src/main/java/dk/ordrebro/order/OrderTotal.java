package dk.ordrebro.order;

import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.Vat;
import dk.ordrebro.money.VatRate;
import java.util.List;
import org.joda.money.Money;

/**
 * What an order comes to. Every order has one: the shop's own total where it states it, else the sum of the lines.
 *
 * @param amount in the order's currency, below zero for an order that takes back; with VAT, except as {@link Basis#NET_LINES}
 */
public record OrderTotal(Money amount, Basis basis) {

    /** Where a total comes from. */
    public enum Basis {
        /** The shop says so. */
        STATED,
        /** The shop states none; its lines come to this, with VAT. */
        LINES,
        /** The lines come to this without VAT: prices are net, and the shop does not say at which rates. */
        NET_LINES
    }

    public static OrderTotal of(Order order) {
        StatedTotals stated = order.stated();
        if (stated.gross() != null) {
            return new OrderTotal(stated.gross(), Basis.STATED);
        }
        if (stated.net() != null && stated.vat() != null) {
            return new OrderTotal(stated.net().plus(stated.vat()), Basis.STATED);
        }
        if (!order.takesBack()) {
            return ofLines(order);
        }
        OrderTotal mirrored = ofLines(Mirror.of(order));
        return new OrderTotal(mirrored.amount.negated(), mirrored.basis);
    }

    private static OrderTotal ofLines(Order order) {
        List<SummedLine> lines = SummedLines.of(order).lines();
        boolean gross = order.priceMode() == PriceMode.INCLUDING_VAT;
        boolean known = gross || lines.stream().allMatch(OrderTotal::isRateKnown);
        Money sum = lines.stream()
                .map(line -> gross || !known ? line.amount() : withVat(line))
                .reduce(Money.zero(order.currency()), Money::plus);
        return new OrderTotal(sum, known ? Basis.LINES : Basis.NET_LINES);
    }

    private static boolean isRateKnown(SummedLine line) {
        return line.amount().isZero() || line.line().vatRate() != null;
    }

    private static Money withVat(SummedLine line) {
        VatRate rate = line.line().vatRate();
        return rate == null ? line.amount() : line.amount().plus(Vat.on(line.amount(), rate));
    }
}
