package dk.ordrebro.order.list;

import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.order.OrderState;
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
 * @param search the beginning of an order number, a name, an e-mail address or a telephone number; empty means all
 */
@NamedInterface("list")
public record OrderFilter(
        Set<OrderState> states,
        @Nullable OrderIntegrationId shop,
        String country,
        @Nullable Instant from,
        @Nullable Instant until,
        String search) {

    public static final OrderFilter ALL = new OrderFilter(Set.of(), null, "", null, null, "");

    public OrderFilter {
        states = Set.copyOf(states);
    }

    /** The same, of some states only. */
    public OrderFilter in(Set<OrderState> only) {
        return new OrderFilter(only, shop, country, from, until, search);
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
        return !states.isEmpty() || shop != null || !country.isEmpty();
    }
}
