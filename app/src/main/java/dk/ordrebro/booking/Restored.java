package dk.ordrebro.booking;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * What booking must know after a backup was restored: the accounting program may hold documents made since the backup, which the database knows
 * nothing of.
 */
public final class Restored {

    /** As long as a shop may tell again of what happened between the backup and its restoring. */
    private static final Duration LOOKED_FOR = Duration.ofDays(30);

    private Restored() {}

    /** From now on each booking of every accounting integration is looked for by its reference before it is sent for the first time. */
    public static void lookForAllFirst(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("""
                insert into booking_looked_for_first (company_id, accounting_integration_id, since, until)
                select company_id, accounting_id, ?, ? from accounting_integration
                on conflict (company_id, accounting_integration_id) do update set since = excluded.since, until = excluded.until
                """)) {
            sql.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            sql.setObject(2, OffsetDateTime.ofInstant(now.plus(LOOKED_FOR), ZoneOffset.UTC));
            sql.executeUpdate();
        }
    }
}
