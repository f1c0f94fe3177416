package dk.ordrebro.booking.totals;

import dk.ordrebro.question.Reason;
import java.time.Instant;
import org.springframework.modulith.NamedInterface;

/**
 * All bookings held for one reason.
 *
 * @param code of their {@link Reason}
 * @param since when the first of those that are still held was held
 */
@NamedInterface("totals")
public record ProblemGroup(String code, long bookings, Instant since) {}
