package dk.ordrebro.question;

import dk.ordrebro.order.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it was given.
 *
 * @param question code of the kind that was asked
 * @param who gave it
 * @param why in their own words; may be empty
 * @param withdrawn null while it stands
 */
public record Given(
        AnswerId id,
        OrderId order,
        String question,
        Answer answer,
        String who,
        Instant at,
        String why,
        @Nullable Withdrawn withdrawn) {

    /** That an answer no longer counts. */
    public record Withdrawn(String who, Instant at, String why) {}

    public boolean stands() {
        return withdrawn == null;
    }
}
