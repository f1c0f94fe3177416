package dk.ordrebro.intake.shipmondo;

import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.intake.ShopContext;
import dk.ordrebro.intake.ShopDelivery;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.intake.Translation.Understood;
import dk.ordrebro.intake.refund.ShopRefund;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.order.Address;
import dk.ordrebro.order.Customer;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderKey;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.Raw;
import dk.ordrebro.order.StatedTotals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A sales order of Shipmondo's, read as ours ({@code docs/reference/shipmondo.md} 12, 13). What was delivered is told by the fulfillments
 * alone: the states beside them lag behind.
 */
final class SalesOrder {

    private static final Set<String> STATUSES = Set.of(
            "open",
            "processing",
            "packed",
            "cancelled",
            "on_hold",
            "on-hold",
            "sent",
            "picked_up",
            "archived",
            "ready_for_pickup",
            "released");

    private final Told order;
    private final OrderKey key;
    private final List<ShopRefund> refunds = new ArrayList<>();
    private final List<Reason> questions = new ArrayList<>();

    private SalesOrder(Told order, OrderKey key) {
        this.order = order;
        this.key = key;
    }

    /** Reads what was fetched for a shop, or holds it. */
    static Translation translate(ShopContext shop, Raw raw) {
        try {
            Told order = new Told(Told.MAPPER.readTree(raw.bytes()));
            String wanted = shop.connection().setting(Shipmondo.SOURCE);
            String source = order.text("source_name");
            if (!wanted.isEmpty() && !wanted.equalsIgnoreCase(source)) {
                return new Translation.Passed("an order of the webshop " + source);
            }
            return read(order, shop.key(order.requiredText("id")));
        } catch (Unclear e) {
            return new Translation.NotUnderstood(List.of(e.reason()));
        } catch (JacksonException e) {
            return Translation.NotUnderstood.because(ReasonKind.SHIPMONDO_NO_JSON, e.getOriginalMessage());
        }
    }

    /** @throws Unclear when it cannot be read without guessing */
    static Understood read(Told order, OrderKey key) {
        return new SalesOrder(order, key).read();
    }

    private Understood read() {
        String status = order.text("order_status");
        if (!status.isEmpty() && !STATUSES.contains(status)) {
            throw new Unclear(ReasonKind.SHIPMONDO_STATUS, status);
        }
        Told payment = order.inside("payment_details");
        CurrencyUnit currency = Amounts.currency(payment.requiredText("currency_code"));
        StatedTotals stated = Amounts.stated(payment, currency);
        List<OrderLine> lines = new SalesLines(currency, stated, payment).read(order.list("order_lines"));
        Signs.Meant meant = Signs.of(lines, stated);
        Told shipTo = order.has("ship_to") ? order.inside("ship_to") : order.inside("bill_to");
        Told billTo = order.has("bill_to") ? order.inside("bill_to") : shipTo;
        Order read = new Order(
                key,
                order.requiredText("order_id"),
                order.time("ordered_at", "created_at"),
                currency,
                PriceMode.EXCLUDING_VAT,
                customer(billTo, shipTo),
                address(billTo),
                address(shipTo),
                meant.lines(),
                List.of(),
                meant.payments(),
                meant.stated(),
                null);
        List<ShopDelivery> deliveries = deliveries(read);
        askAboutMoneyBack(payment, currency);
        if (status.equals("cancelled") && deliveries.stream().anyMatch(one -> !one.cancelled())) {
            ask(ReasonKind.SHIPMONDO_CANCELLED);
        }
        return new Understood(read, ours(deliveries), List.of(), refunds, questions);
    }

    private void ask(ReasonKind kind, String... facts) {
        questions.add(Reason.of(kind, facts));
    }

    /** Shipmondo books the orders it has bound to an accounting program itself: two invoices would come of it. */
    private List<ShopDelivery> ours(List<ShopDelivery> deliveries) {
        String booksItself = order.text("bookkeeping_integration_id");
        if (booksItself.isEmpty() || deliveries.isEmpty()) {
            return deliveries;
        }
        ask(ReasonKind.SHIPMONDO_BOOKS_ITSELF, booksItself);
        return List.of();
    }

    private List<ShopDelivery> deliveries(Order read) {
        Set<String> known = read.lines().stream().map(OrderLine::key).collect(Collectors.toSet());
        List<ShopDelivery> deliveries = new ArrayList<>();
        for (Told fulfillment : order.list("order_fulfillments")) {
            switch (fulfillment.text("type")) {
                case "outbound", "" -> deliveries.add(delivery(fulfillment, known));
                case "return" -> askAboutReturn(fulfillment);
                default -> throw new Unclear(ReasonKind.SHIPMONDO_FULFILLMENT_TYPE, fulfillment.text("type"));
            }
        }
        return withGiftCards(read, deliveries);
    }

    private static ShopDelivery delivery(Told fulfillment, Set<String> known) {
        Map<String, BigDecimal> pieces = new LinkedHashMap<>();
        for (Told line : fulfillment.list("fulfillment_lines")) {
            String key = line.requiredText("order_line_id");
            if (!known.contains(key)) {
                throw new Unclear(ReasonKind.SHIPMONDO_FULFILLED_LINE, fulfillment.text("code", "id"), key);
            }
            BigDecimal quantity = line.required("shipped_quantity");
            if (quantity.signum() > 0) {
                pieces.merge(key, quantity, BigDecimal::add);
            }
        }
        boolean cancelled = fulfillment.flag("cancelled");
        if (pieces.isEmpty() && !cancelled) {
            throw new Unclear(ReasonKind.SHIPMONDO_FULFILLMENT_EMPTY, fulfillment.text("code", "id"));
        }
        return new ShopDelivery(fulfillment.requiredText("id"), fulfillment.time("created_at"), pieces, cancelled);
    }

    /** When a return counts as completed the API does not show, so a person says it. */
    private void askAboutReturn(Told fulfillment) {
        if (!fulfillment.flag("cancelled")) {
            ask(ReasonKind.SHIPMONDO_RETURN, fulfillment.text("code", "id"));
        }
    }

    private void askAboutMoneyBack(Told payment, CurrencyUnit currency) {
        BigDecimal refunded = payment.number("refunded_amount").orElse(BigDecimal.ZERO);
        if (refunded.signum() > 0) {
            refunds.add(new ShopRefund(
                    "payment/refunded",
                    order.time("updated_at", "ordered_at", "created_at"),
                    Money.of(currency, refunded, RoundingMode.HALF_UP),
                    ""));
        }
    }

    /** A gift card that is sold is not packed, so no fulfillment names it: it goes with the first, as freight does. */
    private static List<ShopDelivery> withGiftCards(Order read, List<ShopDelivery> deliveries) {
        List<OrderLine> unnamed = read.lines().stream()
                .filter(line ->
                        line.kind() == LineKind.GIFT_CARD && line.quantity().signum() > 0)
                .filter(line ->
                        deliveries.stream().noneMatch(one -> one.quantities().containsKey(line.key())))
                .toList();
        List<ShopDelivery> all = new ArrayList<>(deliveries);
        for (int i = 0; i < all.size(); i++) {
            ShopDelivery first = all.get(i);
            if (!first.cancelled()) {
                Map<String, BigDecimal> pieces = new LinkedHashMap<>(first.quantities());
                unnamed.forEach(line -> pieces.put(line.key(), line.quantity()));
                all.set(i, new ShopDelivery(first.shopKey(), first.handledAt(), pieces, false));
                break;
            }
        }
        return all;
    }

    private static Customer customer(Told billTo, Told shipTo) {
        String vatNumber = Stream.of(billTo.text("vat_no", "vat_id"), shipTo.text("vat_no", "vat_id"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        String name = billTo.text("name");
        String person = billTo.text("attention");
        // a company stands in "name" with the person in "attention"
        boolean company = !vatNumber.isEmpty() || (!person.isEmpty() && !person.equalsIgnoreCase(name));
        String email = billTo.text("email").isEmpty() ? shipTo.text("email") : billTo.text("email");
        return new Customer(
                customerKey(vatNumber, email, name),
                company ? name : null,
                company ? person : name,
                orNull(email),
                orNull(billTo.text("mobile", "telephone", "phone")),
                orNull(vatNumber),
                false,
                null);
    }

    /** Shipmondo has no customers: the VAT number makes one the same, else mail address and name together. */
    private static @Nullable String customerKey(String vatNumber, String email, String name) {
        if (!vatNumber.isEmpty()) {
            return vatNumber.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        }
        return email.isEmpty() ? null : (email + " " + name).toLowerCase(Locale.ROOT);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Address address(Told told) {
        String street = Stream.of(told.text("address1"), told.text("address2"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return new Address(
                told.text("name"), street, told.text("zipcode"), told.text("city"), told.text("country_code"));
    }
}
