package dk.ordrebro.accounting.billy.wire;

import dk.ordrebro.accounting.Problem;
import dk.ordrebro.accounting.billy.answer.BillyAnswer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How far one HTTP call came. */
sealed interface Exchange {

    /**
     * A whole answer came.
     *
     * @param body null when it was no JSON object that we can read
     * @param retryAfter how long Billy asks us to stay away; null if it does not say
     */
    record Answered(
            int status,
            @Nullable BillyAnswer body,
            @Nullable Duration retryAfter) implements Exchange {}

    /**
     * Not one byte of the request left us.
     *
     * @param after how long to stay away; null if nobody said
     */
    record NotDelivered(Problem problem, @Nullable Duration after) implements Exchange {}

    /** The request may have arrived, and no whole answer came. */
    record Lost(Problem problem) implements Exchange {}
}
