package dk.ordrebro.intake.shopify;

import dk.ordrebro.order.Payment;
import java.util.List;
import org.joda.money.Money;
import tools.jackson.databind.JsonNode;

/**
 * The money the customer paid with. A gift card used is a payment: the order's total is not lowered by it. An authorisation is no payment
 * yet, and refunds are read as refunds.
 */
final class Payments {

    private Payments() {}

    static List<Payment> of(JsonNode order, Column column) {
        return order.path("transactions").values().stream()
                .filter(Payments::isMoney)
                .map(one -> payment(one, column))
                .toList();
    }

    private static boolean isMoney(JsonNode transaction) {
        boolean moved = switch (Json.required(transaction, "kind")) {
            case "SALE", "CAPTURE", "CHANGE" -> true;
            default -> false;
        };
        return moved
                && Json.required(transaction, "status").equals("SUCCESS")
                && !transaction.path("test").asBoolean(false);
    }

    private static Payment payment(JsonNode transaction, Column column) {
        String gateway = transaction.path("gateway").asString("");
        String shown = Json.text(transaction, "formattedGateway");
        Money amount = column.money(column.cash(transaction.path("amountSet")));
        boolean givenBack = Json.required(transaction, "kind").equals("CHANGE");
        return new Payment(
                gateway.equals("gift_card") ? Payment.Kind.GIFT_CARD : Payment.Kind.OTHER,
                shown == null ? gateway : shown,
                givenBack ? amount.negated() : amount);
    }
}
