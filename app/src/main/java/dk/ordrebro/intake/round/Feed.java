package dk.ordrebro.intake.round;

import dk.ordrebro.intake.Cursor;
import dk.ordrebro.intake.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code shop_feed}, as far as a round needs it; the table says what each column means. */
record Feed(
        Instant retryAt,
        int failures,
        Cursor cursor,
        Instant readUntil,
        Instant readUntilMovedAt,
        Instant pollDueAt,
        @Nullable Instant polledAt,
        Instant webhooksDueAt,
        Instant bookFrom,
        @Nullable Past past) {

    /** Older orders still to be read. */
    record Past(Cursor cursor, Instant until) {}

    static Feed read(ResultSet row, int index) throws SQLException {
        return new Feed(
                Times.read(row, "retry_at"),
                row.getInt("failures"),
                new Cursor(Times.read(row, "since"), row.getString("page")),
                Times.read(row, "read_until"),
                Times.read(row, "read_until_moved_at"),
                Times.read(row, "poll_due_at"),
                Times.readOrNull(row, "polled_at"),
                Times.read(row, "webhooks_due_at"),
                Times.read(row, "book_from"),
                past(row));
    }

    private static @Nullable Past past(ResultSet row) throws SQLException {
        return row.getObject("history_from") == null || row.getObject("history_done_at") != null
                ? null
                : new Past(
                        new Cursor(Times.read(row, "history_since"), row.getString("history_page")),
                        Times.read(row, "history_until"));
    }
}
