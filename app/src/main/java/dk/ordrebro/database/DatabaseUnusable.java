package dk.ordrebro.database;

/**
 * The database cannot be used as it is. The message is one sentence for the person who starts the program: what is wrong, and
 * where it can be put right.
 */
public final class DatabaseUnusable extends RuntimeException {

    public DatabaseUnusable(String sentence) {
        super(sentence);
    }

    public DatabaseUnusable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
