package dk.ordrebro.intake.shipmondo;

import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.shipmondo.PushedNumbers.Pushed;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.NotHandleable;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderKey;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.Raw;
import dk.ordrebro.order.StoredOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Takes orders in the format Shipmondo takes, so that a shop module made for Shipmondo can push to us by another address
 * ({@code docs/reference/shipmondo.md} 16). It translates with what translates the orders we fetch from Shipmondo.
 */
@Component
public class ShipmondoPush {

    private final PushedNumbers numbers;
    private final Orders orders;
    private final Handling handling;
    private final InstantSource clock;

    ShipmondoPush(PushedNumbers numbers, Orders orders, Handling handling, InstantSource clock) {
        this.numbers = numbers;
        this.orders = orders;
        this.handling = handling;
        this.clock = clock;
    }

    /** What a request led to. */
    public sealed interface Answer {

        /** Done, and what to answer. */
        record Done(JsonNode body) implements Answer {}

        /**
         * It cannot be done; nothing was.
         *
         * @param error in English, for whoever runs the sending program
         */
        record Refused(String error) implements Answer {}
    }

    /**
     * Keeps an order. The same {@code order_id} and {@code source_name} again is the same order; other content is a new revision of it.
     *
     * @param body UTF-8
     */
    @Transactional
    public Answer take(OrderIntegration shop, byte[] body) {
        try {
            JsonNode read = Told.MAPPER.readTree(body);
            if (!read.isObject()) {
                return new Answer.Refused("A sales order is a JSON object.");
            }
            Told told = new Told(read);
            Pushed pushed = numbers.of(shop, shopOrderId(told));
            Order order = order(shop, read, pushed);
            Orders.Kept kept = orders.keep(List.of(new Orders.Arrival(order, Raw.of(body))))
                    .getFirst();
            return new Answer.Done(new SalesOrderForm(read, pushed)
                    .answered(orders.fulfillments(shop.company(), kept.id()), clock.instant()));
        } catch (Unclear unclear) {
            return new Answer.Refused(error(unclear.reason()));
        } catch (JacksonException broken) {
            return new Answer.Refused("The body is not readable as JSON: " + broken.getOriginalMessage());
        }
    }

    private static Order order(OrderIntegration shop, JsonNode body, Pushed pushed) {
        Told form = new Told(new SalesOrderForm(body, pushed).asTold());
        return SalesOrder.read(form, new OrderKey(shop.company(), shop.id(), pushed.shopOrderId()))
                .order();
    }

    private static String shopOrderId(Told told) {
        String source = told.text("source_name");
        String id = told.requiredText("order_id");
        return source.isEmpty() ? id : source + "/" + id;
    }

    private static String error(Reason reason) {
        String code = reason.code().replace("SHIPMONDO_", "").toLowerCase(Locale.ROOT);
        return "Cannot be read without guessing: " + code + " " + reason.facts();
    }

    /** The order of that number; empty when this shop pushed none. */
    public Optional<JsonNode> find(OrderIntegration shop, long number) {
        return numbers.numbered(shop, number).flatMap(pushed -> shown(shop, pushed));
    }

    /** The orders of that {@code order_id}: one at most for each source name it was pushed with. */
    public List<JsonNode> named(OrderIntegration shop, String orderId, String sourceName) {
        String key = sourceName.isEmpty() ? orderId : sourceName + "/" + orderId;
        return numbers.named(shop, key).flatMap(pushed -> shown(shop, pushed)).stream()
                .toList();
    }

    private Optional<JsonNode> shown(OrderIntegration shop, Pushed pushed) {
        return stored(shop, pushed)
                .map(stored -> form(shop, pushed, stored)
                        .answered(orders.fulfillments(shop.company(), stored.id()), stored.receivedAt()));
    }

    private Optional<StoredOrder> stored(OrderIntegration shop, Pushed pushed) {
        return orders.find(new OrderKey(shop.company(), shop.id(), pushed.shopOrderId()));
    }

    private SalesOrderForm form(OrderIntegration shop, Pushed pushed, StoredOrder stored) {
        Raw raw = orders.raw(shop.company(), new Orders.OrderRevision(stored.id(), stored.revision()))
                .orElseThrow();
        return new SalesOrderForm(Told.MAPPER.readTree(raw.bytes()), pushed);
    }

    /**
     * Handles the lines that the body names, or all that is left where it names none. Empty when there is no such order.
     *
     * @param body UTF-8
     */
    @Transactional
    public Optional<Answer> fulfill(OrderIntegration shop, long number, byte[] body) {
        return numbers.numbered(shop, number)
                .flatMap(pushed -> stored(shop, pushed).map(stored -> fulfill(shop, pushed, stored, body)));
    }

    private Answer fulfill(OrderIntegration shop, Pushed pushed, StoredOrder stored, byte[] body) {
        try {
            JsonNode read = body.length == 0 ? Told.MAPPER.createObjectNode() : Told.MAPPER.readTree(body);
            Map<String, BigDecimal> pieces = pieces(new Told(read));
            Instant now = clock.instant();
            List<Fulfillment> made;
            if (pieces.isEmpty()) {
                made = handling.handleAll(shop.company(), List.of(new Handling.Whole(stored.id(), now, null)));
            } else {
                addGiftCards(shop, stored, pieces);
                made = List.of(handling.handle(shop.company(), stored.id(), pieces, now, null));
            }
            return made.stream()
                    .findFirst()
                    .<Answer>map(
                            one -> new Answer.Done(form(shop, pushed, stored).fulfillment(one)))
                    .orElseGet(() -> new Answer.Refused("Nothing of the order is left to fulfill."));
        } catch (Unclear unclear) {
            return new Answer.Refused(error(unclear.reason()));
        } catch (NotHandleable refused) {
            return new Answer.Refused(String.valueOf(refused.getMessage()));
        } catch (JacksonException broken) {
            return new Answer.Refused("The body is not readable as JSON: " + broken.getOriginalMessage());
        }
    }

    private static Map<String, BigDecimal> pieces(Told body) {
        Map<String, BigDecimal> pieces = new LinkedHashMap<>();
        for (Told line : body.list("fulfillment_lines")) {
            pieces.merge(line.requiredText("order_line_id"), line.required("shipped_quantity"), BigDecimal::add);
        }
        return pieces;
    }

    /** A gift card that is sold is not packed: it goes with the first fulfillment, as where we fetch. */
    private void addGiftCards(OrderIntegration shop, StoredOrder stored, Map<String, BigDecimal> pieces) {
        if (orders.fulfillments(shop.company(), stored.id()).isEmpty()) {
            stored.order().lines().stream()
                    .filter(line -> line.kind() == LineKind.GIFT_CARD)
                    .forEach(line -> pieces.putIfAbsent(line.key(), line.quantity()));
        }
    }

    /** Empty when this shop has no such fulfillment. */
    public Optional<JsonNode> fulfillment(OrderIntegration shop, long id) {
        return numbers.numbered(shop, SalesOrderForm.orderOf(id))
                .flatMap(pushed -> stored(shop, pushed)
                        .flatMap(stored -> orders.fulfillments(shop.company(), stored.id()).stream()
                                .filter(one -> one.number() == SalesOrderForm.placeOf(id) && !one.isReturn())
                                .findFirst()
                                .map(one -> form(shop, pushed, stored).fulfillment(one))));
    }
}
