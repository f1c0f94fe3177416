package dk.ordrebro.booking;

import java.time.Instant;

/**
 * All bookings held for one reason.
 *
 * @param code of their {@link Hold}
 * @param since when the first of those that are still held was held
 */
public record ProblemGroup(String code, long bookings, Instant since) {}
