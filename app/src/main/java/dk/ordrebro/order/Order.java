package dk.ordrebro.order;

import dk.ordrebro.money.PriceMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the shop told us about a sale. Immutable: a change the shop makes is a new revision.
 *
 * @param number what customer and shop owner call the order
 * @param priceMode how unit prices and discounts were entered
 * @param delivery decides the area; equal to billing where the shop gives only one address
 * @param exchangeRate DKK for one unit of the currency where the shop pins it, else null
 */
public record Order(
        OrderKey key,
        String number,
        Instant placedAt,
        CurrencyUnit currency,
        PriceMode priceMode,
        Customer customer,
        Address billing,
        Address delivery,
        List<OrderLine> lines,
        List<OrderDiscount> discounts,
        List<Payment> payments,
        StatedTotals stated,
        @Nullable BigDecimal exchangeRate) {

    public Order {
        lines = List.copyOf(lines);
        discounts = List.copyOf(discounts);
        payments = List.copyOf(payments);
    }

    /** Whether the order gives money back as a whole: a cancellation the shop tells as an order of its own. */
    public boolean takesBack() {
        return lines.stream()
                        .map(OrderLine::value)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .signum()
                < 0;
    }

    /** The company's name, or the person's where there is none. */
    public String buyer() {
        String company = customer.companyName();
        return company == null || company.isBlank() ? customer.name() : company;
    }

    /** The title of the payment that paid most; empty where the shop tells of none. */
    public String paidWith() {
        return payments.stream()
                .max(Comparator.comparing(
                        payment -> payment.amount().getAmount().abs()))
                .map(Payment::title)
                .orElse("");
    }

    /**
     * Whether the shop told of payments, in the order's currency, that reach its stated total; for an order that takes back, of as much paid
     * back. Without a stated total nobody can say, and then it is not.
     */
    public boolean isPaid() {
        Money total = stated.gross();
        if (total == null) {
            return false;
        }
        BigDecimal paid = payments.stream()
                .map(Payment::amount)
                .filter(amount -> amount.getCurrencyUnit().equals(total.getCurrencyUnit()))
                .map(Money::getAmount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        int beyond = paid.compareTo(total.getAmount());
        return total.isNegative() ? beyond <= 0 : beyond >= 0;
    }

    /**
     * The lines that can be delivered, in the order's order. Reductions written as lines belong to the goods they reduce, except in an order
     * that takes back, where they are money like any other.
     */
    public List<OrderLine> deliverableLines() {
        boolean takesBack = takesBack();
        return lines.stream()
                .filter(line -> line.quantity().signum() != 0 && (takesBack || !line.isReduction()))
                .toList();
    }
}
