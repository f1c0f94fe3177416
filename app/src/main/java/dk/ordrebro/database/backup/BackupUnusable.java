package dk.ordrebro.database.backup;

/** A backup cannot be made or used. The message is one sentence for the person who asked for it. */
public final class BackupUnusable extends RuntimeException {

    BackupUnusable(String sentence) {
        super(sentence);
    }

    BackupUnusable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
