package dk.ordrebro.intake;

import java.time.Instant;

/**
 * How far a shop has been read.
 *
 * @param since changes at or after this moment, by the shop's own clock, are still to be read
 * @param page the adapter's own mark within them; empty for the beginning
 */
public record Cursor(Instant since, String page) {

    public static Cursor from(Instant since) {
        return new Cursor(since, "");
    }
}
