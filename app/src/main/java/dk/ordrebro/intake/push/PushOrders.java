package dk.ordrebro.intake.push;

import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderKey;
import dk.ordrebro.order.Raw;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes orders in our own JSON format, which can say everything an {@link Order} can. Reading is strict and never throws:
 * unknown fields, numbers that are none, and whatever passes a limit are refused, all problems of an order at once.
 * A missing or unknown country is no problem here: it is for a person to judge when the order is booked.
 */
@Component
public final class PushOrders {

    /** Longest body that is read, in bytes. */
    public static final int MAX_BYTES = 1 << 20;

    /** Most lines an order may have. */
    public static final int MAX_LINES = 1_000;

    /**
     * Reads one order.
     *
     * @param shop the order integration it came in through
     * @param body UTF-8
     */
    public PushedOrder parse(OrderIntegration shop, byte[] body) {
        Problems problems = new Problems();
        if (body.length > MAX_BYTES) {
            problems.add("", "the body is larger than " + MAX_BYTES + " bytes");
            return problems.refused();
        }
        try {
            return read(shop, body, problems);
        } catch (JacksonException broken) {
            problems.add("", StrictJson.whyBroken(broken));
            return problems.refused();
        } catch (NumberFormatException _) {
            // Jackson lets this one through for an exponent that no BigDecimal can hold.
            problems.add("", "not readable as JSON: a number has too large an exponent");
            return problems.refused();
        }
    }

    /** Writes an order; {@link #parse} reads back the same. */
    public String write(Order order) {
        return StrictJson.print(OrderWriter.write(order));
    }

    private static PushedOrder read(OrderIntegration shop, byte[] body, Problems problems) {
        if (!(StrictJson.read(body) instanceof ObjectNode object)) {
            problems.add("", "an order is a JSON object");
            return problems.refused();
        }
        Members members = new Members(object, "", problems);
        Order order = new OrderReader(members).read(id -> new OrderKey(shop.company(), shop.id(), id));
        return problems.isEmpty() ? new PushedOrder.Parsed(order, Raw.of(body)) : problems.refused();
    }
}
