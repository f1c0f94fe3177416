package dk.ordrebro.order.list;

import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.order.OrderState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What a reader wants to see of the list of orders.
 *
 * @param states none means all
 * @param country as the shop wrote it in the delivery address; empty means all
 * @param from bought at this moment or later
 * @param until bought before this moment
 * @param search a part of an order number, invoice number, name, e-mail address, telephone number or SKU; empty means all
 * @param money what it came to and how it was paid
 */
@NamedInterface("list")
public record OrderFilter(
        Set<OrderState> states,
        @Nullable OrderIntegrationId shop,
        String country,
        @Nullable Instant from,
        @Nullable Instant until,
        String search,
        Money money) {

    /**
     * What an order came to and how it was paid.
     *
     * @param payment the title of a payment as the shop wrote it; empty means all
     * @param currency its code; empty means all
     * @param least no order that comes to less, in whatever currency it is; null for no such limit
     * @param most no order that comes to more; null for no such limit
     */
    public record Money(
            String payment,
            String currency,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most) {

        public static final Money ANY = new Money("", "", null, null);

        boolean limitsAmount() {
            return least != null || most != null;
        }
    }

    public static final OrderFilter ALL = new OrderFilter(Set.of(), null, "", null, null, "");

    public OrderFilter {
        states = Set.copyOf(states);
    }

    public OrderFilter(
            Set<OrderState> states,
            @Nullable OrderIntegrationId shop,
            String country,
            @Nullable Instant from,
            @Nullable Instant until,
            String search) {
        this(states, shop, country, from, until, search, Money.ANY);
    }

    /** The same, of some states only. */
    public OrderFilter in(Set<OrderState> only) {
        return new OrderFilter(only, shop, country, from, until, search, money);
    }

    /** The same, without what has been handled whole. */
    public OrderFilter withSomethingLeft() {
        EnumSet<OrderState> left = EnumSet.allOf(OrderState.class);
        if (!states.isEmpty()) {
            left.retainAll(states);
        }
        left.remove(OrderState.HANDLED);
        return in(left);
    }

    /** Whether it asks for handled orders only, so that {@link #withSomethingLeft()} would ask for none. */
    public boolean onlyHandled() {
        return states.equals(Set.of(OrderState.HANDLED));
    }

    /** Whether a search is narrowed by something that its words do not say. */
    boolean narrowsBesidesTime() {
        return !states.isEmpty() || shop != null || !country.isEmpty() || !money.equals(Money.ANY);
    }
}
