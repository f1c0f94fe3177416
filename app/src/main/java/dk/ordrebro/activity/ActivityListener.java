package dk.ordrebro.activity;

import dk.ordrebro.access.Happened;
import dk.ordrebro.access.SettingsChanged;
import dk.ordrebro.access.Who;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingChanged;
import dk.ordrebro.booking.Verb;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.FulfillmentsCreated;
import dk.ordrebro.question.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what the modules below have done and puts it into words for the trail, inside their transaction. */
@Component
class ActivityListener {

    private final Chronicle chronicle;

    ActivityListener(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    /** Facts: order number, number of the delivery, its lines, shop. */
    @EventListener
    void on(FulfillmentsCreated event) {
        String who = Who.current();
        chronicle.record(event.handled().stream()
                .map(handled -> Entry.of(
                        handled.fulfillment().company(),
                        who,
                        "order",
                        handled.fulfillment().order(),
                        verb(handled.fulfillment()),
                        List.of(
                                handled.order().number(),
                                Integer.toString(handled.fulfillment().number()),
                                Integer.toString(handled.fulfillment().lines().size()),
                                handled.integration().name())))
                .toList());
    }

    private static String verb(Fulfillment fulfillment) {
        if (!fulfillment.isReturn()) {
            return "handled";
        }
        return fulfillment.reopens() ? "undone" : "taken-back";
    }

    /**
     * Facts: order number, reference, document type, gross, invoice number or else its id, codes of the reasons.
     * That a booking was made is not told: the order's own entry says that it was handled.
     */
    @EventListener
    void on(BookingChanged event) {
        chronicle.record(event.changes().stream()
                .filter(change -> change.verb() != Verb.CREATE)
                .map(change -> Entry.of(
                        change.booking().company(),
                        change.who(),
                        "booking",
                        change.booking().id(),
                        verb(change),
                        facts(change.booking())))
                .toList());
    }

    /** Where the document stands belongs to the word: what is a draft is not told of as booked, then or later. */
    private static String verb(BookingChanged.Change change) {
        Standing standing = change.booking().standing();
        String verb = word(change.verb());
        return switch (change.verb()) {
            case SETTLE, OBSERVE -> standing == null ? verb : verb + "-" + word(standing);
            default -> verb;
        };
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> facts(Booking booking) {
        return List.of(
                booking.orderNumber(),
                booking.reference().toString(),
                booking.type().name(),
                text(booking.gross()),
                booking.invoiceNumber() == null ? text(booking.invoice()) : booking.invoiceNumber(),
                booking.reasons().stream().map(Reason::code).distinct().collect(Collectors.joining(",")));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** Facts as whoever did it gave them. */
    @EventListener
    void on(Happened event) {
        chronicle.record(List.of(
                Entry.of(event.company(), event.who(), event.subject(), event.id(), event.verb(), event.facts())));
    }

    /** Facts: name, then field, before and after for each change. */
    @EventListener
    void on(SettingsChanged event) {
        var facts = new ArrayList<String>();
        facts.add(event.name());
        event.changes().forEach(change -> facts.addAll(List.of(change.field(), change.before(), change.after())));
        chronicle.record(
                List.of(Entry.of(event.company(), event.who(), event.subject(), event.id(), event.verb(), facts)));
    }
}
