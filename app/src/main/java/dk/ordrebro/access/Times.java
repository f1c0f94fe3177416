package dk.ordrebro.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Points in time as the PostgreSQL driver takes them. */
final class Times {

    private Times() {}

    static OffsetDateTime sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
