package dk.ordrebro.intake.csv;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that was uploaded.
 *
 * @param rowsAll how many rows the present phase has; 0 while that is not known
 * @param report what the import did; null until it is done
 */
public record CsvUpload(
        UUID id,
        String name,
        Instant uploadedAt,
        State state,
        Progress.@Nullable Phase phase,
        long rowsDone,
        long rowsAll,
        @Nullable CsvReport report) {

    /** How far it has come. */
    public enum State {
        NEW,
        RUNNING,
        DONE,
        /** The import broke off, or gave no sign of life for a while. It may be started again: nothing is doubled. */
        FAILED
    }

    /** In percent, for a bar. */
    public int percent() {
        return rowsAll == 0 ? 0 : (int) (100 * rowsDone / rowsAll);
    }
}
