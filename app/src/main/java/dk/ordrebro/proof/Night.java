package dk.ordrebro.proof;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What the last nightly proof of an accounting integration led to.
 *
 * @param since when the result first was what it is
 * @param from first of the latest days, all of which are compared every night
 * @param through last of them
 * @param olderDays how many older days were compared again, because something was wrong with them
 * @param invoices our documents found on all these days
 * @param findings what is wrong
 * @param detail how many wait, or why the accounting program could not be asked; empty otherwise
 */
public record Night(
        Instant ranAt,
        Result result,
        Instant since,
        LocalDate from,
        LocalDate through,
        int olderDays,
        int invoices,
        int findings,
        String detail) {

    /** How it ended. */
    public enum Result {
        AGREES,
        /** What is there agrees, but not everything is there yet; how much waits stands in the detail. */
        WAITS,
        DISAGREES,
        /** The accounting program gave no usable answer, however often it was asked. */
        UNAVAILABLE
    }
}
