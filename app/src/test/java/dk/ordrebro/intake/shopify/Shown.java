package dk.ordrebro.intake.shopify;

import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.order.Address;
import dk.ordrebro.order.Customer;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A translation as a person reads it: what the expected files beside the recordings hold. */
final class Shown {

    private Shown() {}

    static String of(Translation translation) {
        return switch (translation) {
            case Translation.Understood understood -> understood(understood);
            case Translation.Passed(String why) -> "passed over: " + why + "\n";
            case Translation.NotUnderstood(var reasons) ->
                reasons.stream().map(reason -> "held: " + reason(reason) + "\n").collect(Collectors.joining());
        };
    }

    private static String understood(Translation.Understood told) {
        Order order = told.order();
        StringBuilder text = new StringBuilder();
        text.append("order %s (%s), placed %s\n"
                .formatted(order.number(), order.key().shopOrderId(), order.placedAt()));
        text.append("%s, prices %s%s\n"
                .formatted(
                        order.currency(),
                        order.priceMode(),
                        order.exchangeRate() == null ? "" : ", 1 = DKK " + order.exchangeRate()));
        text.append("buyer: ").append(customer(order.customer())).append('\n');
        text.append("billing: ").append(address(order.billing())).append('\n');
        text.append("delivery: ").append(address(order.delivery())).append('\n');
        order.lines().forEach(line -> text.append(line(line)).append('\n'));
        order.payments()
                .forEach(paid -> text.append("paid: %s %s %s\n".formatted(paid.amount(), paid.kind(), paid.title())));
        text.append("totals: net %s, VAT %s, gross %s\n"
                .formatted(
                        order.stated().net(),
                        order.stated().vat(),
                        order.stated().gross()));
        told.deliveries()
                .forEach(one -> text.append("%s %s at %s: %s\n"
                        .formatted(
                                one.cancelled() ? "not delivered" : "delivered",
                                one.shopKey(),
                                one.handledAt(),
                                pieces(one.quantities()))));
        told.returns()
                .forEach(one -> text.append(
                        "returned %s at %s: %s\n".formatted(one.shopKey(), one.at(), pieces(one.quantities()))));
        told.questions()
                .forEach(one -> text.append("question: ").append(reason(one)).append('\n'));
        return text.toString();
    }

    private static String line(OrderLine line) {
        String off =
                line.discount() instanceof Discount.Amount(BigDecimal value) ? " less " + value.toPlainString() : "";
        return "%s %s: %s x %s%s, VAT %s, %s [%s]"
                .formatted(
                        line.kind(),
                        line.key(),
                        line.quantity(),
                        line.unitPrice().toPlainString(),
                        off,
                        line.vatRate(),
                        line.title(),
                        line.sku());
    }

    private static String customer(Customer who) {
        return "%s, company %s, VAT number %s, %s, %s, key %s"
                .formatted(who.name(), who.companyName(), who.vatNumber(), who.email(), who.phone(), who.shopKey());
    }

    private static String address(Address at) {
        return "%s, %s, %s %s, %s".formatted(at.name(), at.street(), at.postcode(), at.city(), at.country());
    }

    private static String pieces(Map<String, BigDecimal> quantities) {
        return new TreeMap<>(quantities)
                .entrySet().stream()
                        .map(one -> one.getValue() + " of " + one.getKey())
                        .collect(Collectors.joining(", "));
    }

    static String reason(Reason reason) {
        return reason.code() + " " + reason.facts();
    }
}
