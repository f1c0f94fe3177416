package dk.ordrebro.booking.drain;

import java.time.Duration;

/**
 * How long things may take before they count as something else.
 *
 * @param sendWithin a claimed booking whose turn comes later than this is not sent any more, so that a drain thought dead cannot send behind our back
 * @param answerWithin the longest a request can be under way once it was sent
 */
record Patience(Duration sendWithin, Duration answerWithin) {

    static final Patience USUAL = new Patience(Duration.ofSeconds(45), Duration.ofSeconds(60));

    /** How old a claim must be before "not there" counts as never made. */
    Duration absentCountsAfter() {
        return sendWithin.plus(answerWithin);
    }
}
