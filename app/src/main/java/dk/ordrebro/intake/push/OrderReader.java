package dk.ordrebro.intake.push;

import dk.ordrebro.money.PriceMode;
import dk.ordrebro.order.Address;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderDiscount;
import dk.ordrebro.order.OrderKey;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.Payment;
import dk.ordrebro.order.StatedTotals;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads the object that is an order. Where something is wrong, a stand-in fills the place until the order is refused. */
final class OrderReader {

    private static final int MAX_DISCOUNTS = 50;
    private static final int MAX_PAYMENTS = 50;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private final Members order;
    private final Amounts amounts;

    OrderReader(Members order) {
        this.order = order;
        this.amounts = new Amounts(currency(order));
    }

    Order read(Function<String, OrderKey> keyOf) {
        String id = order.requiredText("id", Texts.SHORT);
        String number = order.text("number", Texts.SHORT);
        PriceMode mode = order.requiredWord("prices", PriceMode.class, PriceMode.INCLUDING_VAT);
        Address billing = address("billingAddress");
        Address delivery = picked(address("deliveryAddress"));
        Order read = new Order(
                keyOf.apply(id),
                number == null ? id : number,
                placedAt(),
                amounts.currency(),
                mode,
                CustomerReader.customer(order.object("customer")),
                billing != null ? billing : delivery != null ? delivery : Address.EMPTY,
                delivery != null ? delivery : billing != null ? billing : Address.EMPTY,
                lines(),
                discounts(),
                payments(),
                totals(),
                exchangeRate());
        order.noteUnknown();
        return read;
    }

    private static @Nullable CurrencyUnit currency(Members order) {
        String code = order.requiredText("currency", Texts.SHORT);
        if (code.isEmpty()) {
            return null;
        }
        return CurrencyUnit.registeredCurrencies().stream()
                .filter(currency -> currency.getCode().equals(code) && !currency.isPseudoCurrency())
                .findFirst()
                .orElseGet(() -> order.refuse("currency", "is no currency code of ISO 4217"));
    }

    private Instant placedAt() {
        String text = order.requiredText("placedAt", Texts.SHORT);
        if (text.isEmpty()) {
            return Instant.EPOCH;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
                return time.toInstant().truncatedTo(ChronoUnit.MICROS);
            }
            order.refuse("placedAt", "lies outside the years " + FIRST_YEAR + " to " + LAST_YEAR);
        } catch (DateTimeException _) {
            order.refuse("placedAt", "must be a time with offset such as 2026-11-20T10:15:00+01:00");
        }
        return Instant.EPOCH;
    }

    private @Nullable Address address(String name) {
        Members address = order.object(name);
        return address == null ? null : CustomerReader.address(address);
    }

    /** Goods that were picked up are sold where they were handed over, whatever address was typed. */
    private @Nullable Address picked(@Nullable Address typed) {
        String country = order.text("pickedUpIn", Texts.SHORT);
        if (country == null) {
            return typed;
        }
        if (!country.matches("[A-Z]{2}")) {
            order.refuse("pickedUpIn", "must be a country code of two capital letters such as DK");
        }
        return new Address(typed == null ? "" : typed.name(), "", "", "", country);
    }

    private List<OrderLine> lines() {
        List<Members> lines = order.objects("lines", PushOrders.MAX_LINES);
        if (!order.has("lines")) {
            order.refuse("lines", "is required");
        } else if (lines.isEmpty()) {
            order.refuse("lines", "holds no line that can be read");
        }
        return new LineReader(amounts).lines(lines);
    }

    private List<OrderDiscount> discounts() {
        List<OrderDiscount> discounts = new ArrayList<>();
        for (Members members : order.objects("discounts", MAX_DISCOUNTS)) {
            String title = members.textOrEmpty("title", Texts.TITLE);
            Discount discount = amounts.discount(members);
            if (discount instanceof Discount.Amount(var value) && value.signum() < 0) {
                members.refuse("amount", "must not be negative");
            }
            boolean onFreightToo = members.flag("onFreightToo");
            members.noteUnknown();
            if (discount != null) {
                discounts.add(new OrderDiscount(title, discount, onFreightToo));
            }
        }
        return discounts;
    }

    private List<Payment> payments() {
        List<Payment> payments = new ArrayList<>();
        for (Members members : order.objects("payments", MAX_PAYMENTS)) {
            Payment.Kind kind = members.requiredWord("kind", Payment.Kind.class, Payment.Kind.OTHER);
            String title = members.textOrEmpty("title", Texts.TITLE);
            Money amount = amounts.requiredMoney(members, "amount");
            members.noteUnknown();
            payments.add(new Payment(kind, title, amount));
        }
        return payments;
    }

    private StatedTotals totals() {
        Members totals = order.object("totals");
        if (totals == null) {
            return StatedTotals.NONE;
        }
        StatedTotals stated = new StatedTotals(
                amounts.money(totals, "net"), amounts.money(totals, "vat"), amounts.money(totals, "gross"));
        totals.noteUnknown();
        return stated;
    }

    private @Nullable BigDecimal exchangeRate() {
        BigDecimal rate = order.number("exchangeRate", Digits.RATE);
        return rate != null && rate.signum() <= 0 ? order.refuse("exchangeRate", "must be above zero") : rate;
    }
}
