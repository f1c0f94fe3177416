package dk.ordrebro.intake.push;

import dk.ordrebro.order.Address;
import dk.ordrebro.order.Customer;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderDiscount;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.Payment;
import dk.ordrebro.order.StatedTotals;
import java.math.BigDecimal;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Writes an order as {@link OrderReader} reads it; amounts as texts, so that no reader turns them into binary fractions. */
final class OrderWriter {

    private OrderWriter() {}

    static ObjectNode write(Order order) {
        ObjectNode json = StrictJson.object();
        json.put("id", order.key().shopOrderId());
        json.put("number", order.number());
        json.put("placedAt", order.placedAt().toString());
        json.put("currency", order.currency().getCode());
        json.put("prices", order.priceMode().name());
        putNumber(json, "exchangeRate", order.exchangeRate());
        writeCustomer(json.putObject("customer"), order.customer());
        writeAddress(json.putObject("billingAddress"), order.billing());
        writeAddress(json.putObject("deliveryAddress"), order.delivery());
        order.lines().forEach(line -> writeLine(json.withArray("lines").addObject(), line));
        order.discounts().forEach(d -> writeDiscount(json.withArray("discounts").addObject(), d));
        order.payments().forEach(p -> writePayment(json.withArray("payments").addObject(), p));
        writeTotals(json, order.stated());
        return json;
    }

    private static void writeCustomer(ObjectNode json, Customer customer) {
        putText(json, "key", customer.shopKey());
        putText(json, "company", customer.companyName());
        putText(json, "name", customer.name());
        putText(json, "email", customer.email());
        putText(json, "phone", customer.phone());
        putText(json, "vatNumber", customer.vatNumber());
        if (customer.vatNumberVerified()) {
            json.put("vatNumberVerified", true);
        }
        putText(json, "ean", customer.ean());
    }

    private static void writeAddress(ObjectNode json, Address address) {
        putText(json, "name", address.name());
        putText(json, "street", address.street());
        putText(json, "postcode", address.postcode());
        putText(json, "city", address.city());
        putText(json, "country", address.country());
    }

    private static void writeLine(ObjectNode json, OrderLine line) {
        json.put("key", line.key());
        json.put("kind", line.kind().name());
        putText(json, "sku", line.sku());
        json.put("title", line.title());
        putNumber(json, "quantity", line.quantity());
        putNumber(json, "unitPrice", line.unitPrice());
        if (line.discount() != null) {
            writeReduction(json.putObject("discount"), line.discount());
        }
        putNumber(
                json, "vatRate", line.vatRate() == null ? null : line.vatRate().percent());
    }

    private static void writeDiscount(ObjectNode json, OrderDiscount discount) {
        putText(json, "title", discount.title());
        writeReduction(json, discount.discount());
        if (discount.onFreightToo()) {
            json.put("onFreightToo", true);
        }
    }

    private static void writeReduction(ObjectNode json, Discount discount) {
        switch (discount) {
            case Discount.Percent(var percent) -> putNumber(json, "percent", percent);
            case Discount.Amount(var value) -> putNumber(json, "amount", value);
        }
    }

    private static void writePayment(ObjectNode json, Payment payment) {
        json.put("kind", payment.kind().name());
        putText(json, "title", payment.title());
        putMoney(json, "amount", payment.amount());
    }

    private static void writeTotals(ObjectNode order, StatedTotals stated) {
        if (!stated.equals(StatedTotals.NONE)) {
            ObjectNode json = order.putObject("totals");
            putMoney(json, "net", stated.net());
            putMoney(json, "vat", stated.vat());
            putMoney(json, "gross", stated.gross());
        }
    }

    private static void putText(ObjectNode json, String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            json.put(name, text);
        }
    }

    private static void putNumber(ObjectNode json, String name, @Nullable BigDecimal number) {
        if (number != null) {
            json.put(name, number.toPlainString());
        }
    }

    private static void putMoney(ObjectNode json, String name, @Nullable Money money) {
        if (money != null) {
            putNumber(json, name, money.getAmount());
        }
    }
}
