package dk.ordrebro.order;

import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Turns an order that takes back (negative quantities) into the positive one its credit note mirrors. */
public final class Mirror {

    private Mirror() {}

    public static Order of(Order order) {
        StatedTotals stated = order.stated();
        return new Order(
                order.key(),
                order.number(),
                order.placedAt(),
                order.currency(),
                order.priceMode(),
                order.customer(),
                order.billing(),
                order.delivery(),
                order.lines().stream().map(Mirror::of).toList(),
                order.discounts().stream().map(Mirror::of).toList(),
                List.of(),
                new StatedTotals(negate(stated.net()), negate(stated.vat()), negate(stated.gross())),
                order.exchangeRate());
    }

    public static Fulfillment of(Fulfillment f) {
        List<FulfilledLine> lines = f.lines().stream()
                .map(l -> new FulfilledLine(
                        l.lineKey(), l.from().negate(), l.quantity().negate()))
                .toList();
        return new Fulfillment(
                f.company(),
                f.id(),
                f.order(),
                f.revision(),
                f.number(),
                f.shopKey(),
                f.returnOf(),
                f.reopens(),
                f.handledAt(),
                lines);
    }

    /** A discount line in an order that takes back gives money to the customer: on the credit note it is a line like the goods. */
    private static OrderLine of(OrderLine line) {
        return new OrderLine(
                line.key(),
                line.kind() == LineKind.DISCOUNT ? LineKind.ITEM : line.kind(),
                line.sku(),
                line.title(),
                line.quantity().negate(),
                line.unitPrice(),
                line.discount() == null ? null : of(line.discount()),
                line.vatRate());
    }

    private static OrderDiscount of(OrderDiscount discount) {
        return new OrderDiscount(discount.title(), of(discount.discount()), discount.onFreightToo());
    }

    private static Discount of(Discount discount) {
        return switch (discount) {
            case Discount.Percent percent -> percent;
            case Discount.Amount(var value) -> new Discount.Amount(value.negate());
        };
    }

    private static @Nullable Money negate(@Nullable Money money) {
        return money == null ? null : money.negated();
    }
}
