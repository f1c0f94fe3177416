package dk.ordrebro.intake.round;

import dk.ordrebro.intake.OrderSource;
import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.intake.ShopContext;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.intake.Translation.Understood;
import dk.ordrebro.order.NotHandleable;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.Raw;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes orders in as their shop told them: translated, kept, handled, or held for a person. Doing so again changes nothing. */
class TakingIn {

    private static final Logger LOG = LoggerFactory.getLogger(TakingIn.class);

    private final Orders orders;
    private final Deliveries deliveries;
    private final JdbcHeldArrivals held;
    private final Hindsight hindsight;

    TakingIn(Orders orders, Deliveries deliveries, JdbcHeldArrivals held) {
        this.orders = orders;
        this.deliveries = deliveries;
        this.held = held;
        this.hindsight = new Hindsight(orders);
    }

    /** An order in its shop's own words. */
    record Told(String shopOrderId, Raw raw) {}

    private record Clear(Told told, Understood understood) {}

    /**
     * Takes in a batch.
     *
     * @param bookFrom deliveries before this are kept but not handled
     */
    void take(ShopContext shop, OrderSource source, List<Told> all, Instant bookFrom) {
        Door door = new Door(shop.integration().company(), shop.integration().id());
        List<Clear> clear = new ArrayList<>();
        for (Told told : all) {
            switch (translate(shop, source, told)) {
                case Understood understood -> clear.add(new Clear(told, understood));
                case Translation.Passed(String why) ->
                    LOG.debug("Order integration {}: order {} passed over: {}", door.shop(), told.shopOrderId(), why);
                case Translation.NotUnderstood(List<Reason> reasons) -> hold(door, told, reasons);
            }
        }
        if (!clear.isEmpty()) {
            keep(door, clear, bookFrom);
        }
    }

    private static Translation translate(ShopContext shop, OrderSource source, Told told) {
        try {
            return source.translate(shop, told.raw());
        } catch (RuntimeException e) {
            LOG.warn(
                    "Order integration {}: order {} cannot be read",
                    shop.integration().id(),
                    told.shopOrderId(),
                    e);
            return Translation.NotUnderstood.because(ReasonKind.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private void keep(Door door, List<Clear> clear, Instant bookFrom) {
        List<Orders.Kept> kept = orders.keep(clear.stream()
                .map(one -> new Orders.Arrival(one.understood.order(), one.told.raw()))
                .toList());
        List<String> settled = new ArrayList<>();
        for (int i = 0; i < clear.size(); i++) {
            Clear one = clear.get(i);
            List<Reason> open = follow(door, kept.get(i), one, bookFrom);
            if (open.isEmpty()) {
                settled.add(one.told.shopOrderId());
            } else {
                hold(door, one.told, open);
            }
        }
        held.clear(door, settled);
    }

    private List<Reason> follow(Door door, Orders.Kept kept, Clear one, Instant bookFrom) {
        try {
            deliveries.follow(door.company(), kept.id(), one.understood, bookFrom);
            List<Reason> open = new ArrayList<>(one.understood.questions());
            if (kept.fate() != Orders.Fate.NEW) {
                open.addAll(hindsight.questions(door.company(), kept, one.understood));
            }
            return open;
        } catch (NotHandleable e) {
            List<Reason> open = new ArrayList<>(one.understood.questions());
            open.add(Reason.of(ReasonKind.NOT_HANDLEABLE, String.valueOf(e.getMessage())));
            return open;
        }
    }

    private void hold(Door door, Told told, List<Reason> reasons) {
        LOG.info("Order integration {}: order {} held: {}", door.shop(), told.shopOrderId(), reasons);
        held.hold(door, told.shopOrderId(), told.raw(), reasons);
    }
}
