package dk.ordrebro.booking;

import dk.ordrebro.accounting.Invoice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try at a booking.
 *
 * @param finishedAt null while under way, or when the process died
 * @param outcome ACCEPTED, REFUSED, NOT_SENT, UNKNOWN, FOUND, ABSENT, HELD or SKIPPED; null while under way
 * @param answer the document as the accounting program told it; null where it told of none
 */
public record Attempt(
        int number,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String outcome,
        String detail,
        @Nullable Invoice answer) {}
