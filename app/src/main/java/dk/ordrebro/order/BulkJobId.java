package dk.ordrebro.order;

import java.util.UUID;

/** A job that does something to many orders. Whoever asks for a job names it, so that a form sent twice is one job. */
public record BulkJobId(UUID value) {

    public static BulkJobId of(String text) {
        return new BulkJobId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
