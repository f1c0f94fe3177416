package dk.ordrebro.intake.http;

import java.time.Duration;

/**
 * How fast a shop may be asked.
 *
 * @param between shortest time from the start of one request to the start of the next
 */
public record Pace(Duration between) {

    public static Pace perSecond(int requests) {
        return new Pace(Duration.ofSeconds(1).dividedBy(requests));
    }
}
