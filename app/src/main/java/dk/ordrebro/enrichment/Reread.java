package dk.ordrebro.enrichment;

import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.Address;
import dk.ordrebro.order.Customer;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderDiscount;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.Payment;
import dk.ordrebro.order.StatedTotals;
import dk.ordrebro.order.SummedLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The same order with one thing read otherwise. */
final class Reread {

    private Reread() {}

    static Order deliveredTo(Order order, Address there) {
        return of(
                order,
                order.priceMode(),
                order.customer(),
                there,
                order.lines(),
                order.discounts(),
                order.payments(),
                order.stated());
    }

    static Order soldTo(Order order, Customer who) {
        return of(
                order,
                order.priceMode(),
                who,
                order.delivery(),
                order.lines(),
                order.discounts(),
                order.payments(),
                order.stated());
    }

    static Order stating(Order order, StatedTotals stated) {
        return of(
                order,
                order.priceMode(),
                order.customer(),
                order.delivery(),
                order.lines(),
                order.discounts(),
                order.payments(),
                stated);
    }

    static Order lines(Order order, List<OrderLine> lines) {
        return of(
                order,
                order.priceMode(),
                order.customer(),
                order.delivery(),
                lines,
                order.discounts(),
                order.payments(),
                order.stated());
    }

    static Order withDiscount(Order order, String title, BigDecimal amount) {
        List<OrderDiscount> discounts = new ArrayList<>(order.discounts());
        discounts.add(new OrderDiscount(title, new Discount.Amount(amount), true));
        return of(
                order,
                order.priceMode(),
                order.customer(),
                order.delivery(),
                order.lines(),
                discounts,
                order.payments(),
                order.stated());
    }

    /** Money that was paid otherwise is no part of what the sale came to. */
    static Order paid(Order order, String title, Money amount, StatedTotals stated) {
        List<Payment> payments = new ArrayList<>(order.payments());
        payments.add(new Payment(Payment.Kind.OTHER, title, amount));
        return of(
                order,
                order.priceMode(),
                order.customer(),
                order.delivery(),
                order.lines(),
                order.discounts(),
                payments,
                stated);
    }

    static Order asKind(Order order, OrderLine line, LineKind kind) {
        OrderLine other = new OrderLine(
                line.key(),
                kind,
                line.sku(),
                line.title(),
                line.quantity(),
                line.unitPrice(),
                line.discount(),
                line.vatRate());
        return lines(
                order,
                order.lines().stream()
                        .map(one -> one.equals(line) ? other : one)
                        .toList());
    }

    /** A reduction that is more than its own lines can bear lowers everything that was sold, freight too. */
    static Order asDiscount(Order order, OrderLine line) {
        return withDiscount(without(order, line), line.title(), line.value().negate());
    }

    /** The line goes out of the lines and, with the VAT the shop put in it, out of the total. */
    static Order asPayment(Order order, OrderLine line) {
        BigDecimal share = order.priceMode() == PriceMode.INCLUDING_VAT || line.vatRate() == null
                ? BigDecimal.ONE
                : BigDecimal.ONE.add(line.vatRate().fraction());
        Money paid = Money.of(order.currency(), line.value().negate().multiply(share), RoundingMode.HALF_UP);
        Money total = gross(order.stated());
        return paid(
                without(order, line),
                line.title(),
                paid,
                new StatedTotals(null, null, total == null ? null : total.plus(paid)));
    }

    private static Order without(Order order, OrderLine line) {
        return lines(
                order, order.lines().stream().filter(one -> !one.equals(line)).toList());
    }

    static OrderLine taxed(OrderLine line, VatRate rate) {
        return new OrderLine(
                line.key(),
                line.kind(),
                line.sku(),
                line.title(),
                line.quantity(),
                line.unitPrice(),
                line.discount(),
                rate);
    }

    /**
     * The order in prices with VAT, every discount already in its lines.
     *
     * @param gross what each line comes to with VAT
     */
    static Order atGross(Order order, List<SummedLine> summed, List<Money> gross) {
        List<OrderLine> lines = new ArrayList<>();
        for (int i = 0; i < summed.size(); i++) {
            lines.add(atGross(summed.get(i).line(), order.priceMode(), gross.get(i)));
        }
        return of(
                order,
                PriceMode.INCLUDING_VAT,
                order.customer(),
                order.delivery(),
                lines,
                List.of(),
                order.payments(),
                new StatedTotals(null, null, gross(order.stated())));
    }

    private static OrderLine atGross(OrderLine line, PriceMode mode, Money gross) {
        VatRate rate = line.vatRate();
        BigDecimal price = mode == PriceMode.INCLUDING_VAT || rate == null
                ? line.unitPrice()
                : line.unitPrice().multiply(BigDecimal.ONE.add(rate.fraction()));
        Money base = Money.of(gross.getCurrencyUnit(), line.quantity().multiply(price), RoundingMode.HALF_UP);
        BigDecimal off = base.minus(gross).getAmount();
        return new OrderLine(
                line.key(),
                line.kind(),
                line.sku(),
                line.title(),
                line.quantity(),
                price,
                off.signum() == 0 ? null : new Discount.Amount(off),
                rate);
    }

    static @Nullable Money gross(StatedTotals stated) {
        if (stated.gross() != null) {
            return stated.gross();
        }
        return stated.net() != null && stated.vat() != null ? stated.net().plus(stated.vat()) : null;
    }

    private static Order of(
            Order order,
            PriceMode mode,
            Customer customer,
            Address delivery,
            List<OrderLine> lines,
            List<OrderDiscount> discounts,
            List<Payment> payments,
            StatedTotals stated) {
        return new Order(
                order.key(),
                order.number(),
                order.placedAt(),
                order.currency(),
                mode,
                customer,
                order.billing(),
                delivery,
                lines,
                discounts,
                payments,
                stated,
                order.exchangeRate());
    }
}
