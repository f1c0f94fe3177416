package dk.ordrebro.intake.round;

import java.time.Duration;
import java.util.List;

/**
 * When to ask again what failed: soon at first, then ever more seldom, and never not at all.
 *
 * @param pauses before the second try, the third, …; the last one goes on
 */
record Patience(List<Duration> pauses) {

    static final Patience USUAL = new Patience(List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15)));

    /** @param failures so far, at least 1 */
    Duration after(int failures) {
        return pauses.get(Math.min(failures, pauses.size()) - 1);
    }

    /** Whether so many failures with one order call for a person. */
    boolean isExhausted(int failures) {
        return failures >= pauses.size();
    }
}
