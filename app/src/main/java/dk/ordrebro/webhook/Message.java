package dk.ordrebro.webhook;

import dk.ordrebro.booking.Booking;
import dk.ordrebro.question.Reason;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes what is sent. Fields may be added, never renamed or taken away; {@code docs/webhooks.md} describes them. */
final class Message {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Message() {}

    static byte[] about(UUID id, Event event, Instant at, Booking booking) {
        ObjectNode message = head(id, event, at);
        ObjectNode told = message.putObject("booking");
        told.put("id", booking.id().toString());
        told.put("type", booking.type().name());
        told.put("state", booking.state().name());
        told.put("reference", booking.reference().toString());
        told.put("shop", booking.shop().toString());
        told.put("order", booking.order().toString());
        told.put("orderNumber", booking.orderNumber());
        told.put("fulfillment", booking.fulfillment().toString());
        told.put("day", booking.day().toString());
        money(told, booking.gross());
        told.put("invoice", text(booking.invoice()));
        told.put("invoiceNumber", booking.invoiceNumber());
        told.put("standing", text(booking.standing()));
        told.put("approved", booking.approved());
        var reasons = told.putArray("reasons");
        booking.reasons().stream().map(Reason::code).distinct().forEach(reasons::add);
        return MAPPER.writeValueAsBytes(message);
    }

    static byte[] ping(UUID id, Instant at) {
        return MAPPER.writeValueAsBytes(head(id, Event.PING, at));
    }

    private static ObjectNode head(UUID id, Event event, Instant at) {
        return MAPPER.createObjectNode()
                .put("id", id.toString())
                .put("event", event.word())
                .put("at", at.toString());
    }

    /** Amounts are texts: a number would be read as a binary fraction somewhere. */
    private static void money(ObjectNode told, @Nullable Money gross) {
        if (gross == null) {
            told.putNull("gross");
            return;
        }
        told.putObject("gross")
                .put("amount", gross.getAmount().toPlainString())
                .put("currency", gross.getCurrencyUnit().getCode());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
