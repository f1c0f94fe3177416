package dk.ordrebro.order.bulk;

import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/** A job that does something to many orders. Whoever asks for a job names it, so that a form sent twice is one job. */
@NamedInterface("bulk")
public record BulkJobId(UUID value) {

    public static BulkJobId of(String text) {
        return new BulkJobId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
