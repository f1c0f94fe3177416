package dk.ordrebro.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the trail are shown. Empty and null parts leave out nothing.
 *
 * @param who exactly as the trail names them
 * @param subject what kind of thing
 * @param subjectId which one; only with a subject
 * @param from the first moment
 * @param until the first moment that is no longer part of it
 */
public record ActivityFilter(
        String who,
        String subject,
        String subjectId,
        @Nullable Instant from,
        @Nullable Instant until) {

    public static final ActivityFilter ALL = new ActivityFilter("", "", "", null, null);

    /** Whether anything is left out. */
    public boolean isNarrow() {
        return !equals(ALL);
    }
}
