package dk.ordrebro.intake.woocommerce;

import dk.ordrebro.accounting.arithmetic.LedgerArithmetic;
import dk.ordrebro.accounting.arithmetic.Taxed;
import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.Address;
import dk.ordrebro.order.Customer;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.joda.money.Money;

/** Writes a translation so that a person can check it against the shop. */
final class Written {

    private final StringBuilder text = new StringBuilder();

    static String of(Translation translation) {
        Written written = new Written();
        switch (translation) {
            case Translation.Passed(String why) -> written.line("passed over: " + why);
            case Translation.NotUnderstood(List<Reason> reasons) -> written.reasons("held", reasons);
            case Translation.Understood understood -> written.understood(understood);
        }
        return written.text.toString();
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    private void understood(Translation.Understood told) {
        Order order = told.order();
        line("order " + order.key().shopOrderId() + ", number " + order.number() + ", placed " + order.placedAt());
        line(order.currency() + ", prices " + order.priceMode());
        customer(order.customer());
        line("billing: " + address(order.billing()));
        line("delivery: " + (order.delivery().equals(order.billing()) ? "the same" : address(order.delivery())));
        order.lines().forEach(one -> line(order, one));
        order.payments().forEach(paid -> line("paid: " + paid.kind() + " " + paid.amount() + " " + paid.title()));
        line("sum of the lines: " + sum(order));
        line("the shop's total: " + order.stated().gross() + ", VAT "
                + order.stated().vat());
        told.deliveries()
                .forEach(one -> line((one.cancelled() ? "not delivered after all: " : "delivered: ") + one.shopKey()
                        + " at " + one.handledAt() + " " + pieces(one.quantities())));
        told.returns()
                .forEach(one -> line("returned: " + one.shopKey() + " at " + one.at() + " " + pieces(one.quantities())
                        + (one.amounts().isEmpty() ? "" : " for " + new TreeMap<>(one.amounts()))));
        told.refunds()
                .forEach(one -> line("paid back, for what? " + one.shopKey() + " at " + one.at() + " " + one.gross()
                        + " " + one.words()));
        reasons("question", told.questions());
    }

    private void customer(Customer customer) {
        line("customer: " + customer.name() + ", company " + customer.companyName() + ", VAT number "
                + customer.vatNumber()
                + (customer.vatNumberVerified() ? " (verified)" : "") + ", EAN " + customer.ean() + ", key "
                + customer.shopKey() + ", " + customer.email() + ", " + customer.phone());
    }

    private static String address(Address address) {
        return String.join(
                " | ", address.name(), address.street(), address.postcode(), address.city(), address.country());
    }

    private void line(Order order, OrderLine one) {
        line("  " + one.key() + " " + one.kind() + " " + one.quantity().toPlainString() + " x "
                + one.unitPrice().toPlainString() + (one.discount() == null ? "" : " less " + off(one.discount()))
                + " = "
                + amount(order, one).getAmount() + " at " + one.vatRate() + "  " + one.title()
                + (one.sku() == null ? "" : " [" + one.sku() + "]"));
    }

    private static String off(Discount discount) {
        return discount instanceof Discount.Amount(BigDecimal value) ? value.toPlainString() : discount.toString();
    }

    private static Money amount(Order order, OrderLine one) {
        Money base = Money.of(order.currency(), one.value(), RoundingMode.HALF_UP);
        return one.discount() instanceof Discount.Amount(BigDecimal value) ? base.minus(value) : base;
    }

    /** As the ledger will compute it. */
    static Money sum(Order order) {
        return LedgerArithmetic.DOCUMENT
                .sums(
                        order.currency(),
                        order.priceMode(),
                        order.lines().stream()
                                .map(one -> new Taxed(
                                        amount(order, one), Objects.requireNonNullElse(one.vatRate(), VatRate.ZERO)))
                                .toList())
                .total()
                .gross();
    }

    private static String pieces(Map<String, BigDecimal> quantities) {
        return quantities.isEmpty() ? "all that is left" : new TreeMap<>(quantities).toString();
    }

    private void reasons(String what, List<Reason> reasons) {
        reasons.forEach(reason -> line(what + ": " + reason.code() + " " + reason.facts()));
    }
}
