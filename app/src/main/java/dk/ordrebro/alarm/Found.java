package dk.ordrebro.alarm;

import java.time.Instant;
import java.util.List;

/**
 * Trouble there is now.
 *
 * @param subject which integration or shop; empty for trouble of the whole company
 * @param name what people call it; empty where there is no subject
 * @param since when it began
 * @param facts what the letter is filled with after name and since
 */
record Found(Trouble trouble, String subject, String name, Instant since, List<String> facts) {

    Key key() {
        return new Key(trouble, subject);
    }

    /** Names one trouble of a company. */
    record Key(Trouble trouble, String subject) {}
}
