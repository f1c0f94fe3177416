package dk.ordrebro.alarm;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How a shop's orders usually come: silence counts once it is twice as long as the longest pause among the latest of them.
 *
 * @param longestPause between two orders
 */
record Rhythm(Duration longestPause) {

    /** How many of the latest orders are looked at. */
    static final int ARRIVALS = 50;
    /** Fewer orders, or orders of fewer days, make no rhythm: a first import is no stream. */
    static final int FEWEST_ARRIVALS = 10;

    static final int FEWEST_DAYS = 3;

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    /**
     * The rhythm of these arrivals; empty while there is none.
     *
     * @param latestFirst when they came
     */
    static Optional<Rhythm> of(List<Instant> latestFirst) {
        long days = latestFirst.stream()
                .map(at -> LocalDate.ofInstant(at, COPENHAGEN))
                .distinct()
                .count();
        if (latestFirst.size() < FEWEST_ARRIVALS || days < FEWEST_DAYS) {
            return Optional.empty();
        }
        Duration longest = Duration.ZERO;
        for (int i = 1; i < latestFirst.size(); i++) {
            Duration pause = Duration.between(latestFirst.get(i), latestFirst.get(i - 1));
            longest = pause.compareTo(longest) > 0 ? pause : longest;
        }
        return Optional.of(new Rhythm(longest));
    }

    /** How long it may be silent, at least so long. */
    Duration longest(Duration atLeast) {
        Duration twice = longestPause.multipliedBy(2);
        return twice.compareTo(atLeast) > 0 ? twice : atLeast;
    }
}
