package dk.ordrebro.webhook;

import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.booking.BookingChanged;
import java.util.Arrays;
import java.util.Optional;

/** What can be told to the outside. The words are part of the promise to those who listen: never renamed. */
public enum Event {
    /** An invoice stands in the accounting program, and its sums were checked. */
    SETTLED("booking.settled"),
    /** The same of a credit note. */
    CREDITED("booking.credited"),
    /** The document was approved, here or in the accounting program; a draft until then. */
    APPROVED("booking.approved"),
    /** The document was made void in the accounting program. */
    VOIDED("booking.voided"),
    /** The document is not in the accounting program any more. */
    GONE("booking.gone"),
    /** The draft was taken away again because the delivery was undone. */
    REMOVED("booking.removed"),
    /** A person must decide. */
    HELD("booking.held"),
    /** A person let it go on. */
    RELEASED("booking.released"),
    /** It is tried again later. */
    POSTPONED("booking.postponed"),
    /** Nothing is to be booked. */
    SKIPPED("booking.skipped"),
    /** Somebody tries the address; sent whatever was chosen. */
    PING("ping");

    private final String word;

    Event(String word) {
        this.word = word;
    }

    /** As it is sent. */
    public String word() {
        return word;
    }

    /** Those that can be chosen. */
    public static Event[] choices() {
        return Arrays.stream(values()).filter(event -> event != PING).toArray(Event[]::new);
    }

    /** Empty for what is nobody's business outside: that a booking was made, that its outcome is looked for. */
    static Optional<Event> of(BookingChanged.Change change) {
        return switch (change.verb()) {
            case SETTLE, RECONCILE -> settled(change);
            case HOLD -> Optional.of(HELD);
            case RELEASE -> Optional.of(RELEASED);
            case POSTPONE -> Optional.of(POSTPONED);
            case SKIP -> Optional.of(SKIPPED);
            case OBSERVE -> Optional.ofNullable(change.booking().standing()).flatMap(Event::observed);
            case TAKE_BACK -> Optional.of(REMOVED);
            case CREATE, SUSPECT, APPROVE -> Optional.empty();
        };
    }

    private static Optional<Event> observed(Standing standing) {
        return switch (standing) {
            case DRAFT -> Optional.empty();
            case APPROVED -> Optional.of(APPROVED);
            case VOIDED -> Optional.of(VOIDED);
            case GONE -> Optional.of(GONE);
        };
    }

    private static Optional<Event> settled(BookingChanged.Change change) {
        return switch (change.booking().state()) {
            case SETTLED -> Optional.of(change.booking().type() == DocumentType.CREDIT_NOTE ? CREDITED : SETTLED);
            case HELD -> Optional.of(HELD);
            case WAITING, SENDING, SUSPECT, SKIPPED, TAKEN_BACK -> Optional.empty();
        };
    }
}
