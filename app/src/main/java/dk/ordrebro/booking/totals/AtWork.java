package dk.ordrebro.booking.totals;

import java.time.Instant;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/**
 * What waits in one company, as somebody sees it who looks after many.
 *
 * @param held bookings that wait for a person, with what their deliveries are worth as far as the shop's words tell
 * @param oldest since when the first of them has waited; empty where none does
 * @param drafts documents in the books that wait for approval
 * @param trouble why an accounting program turns us away, by the code of its problem; empty where all answer
 */
@NamedInterface("totals")
public record AtWork(Pile held, Optional<Instant> oldest, Pile drafts, Optional<String> trouble) {

    /** Nothing has happened there yet. */
    public static final AtWork NOTHING = new AtWork(Pile.EMPTY, Optional.empty(), Pile.EMPTY, Optional.empty());
}
