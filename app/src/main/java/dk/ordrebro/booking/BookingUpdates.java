package dk.ordrebro.booking;

import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.enrichment.Trail;
import dk.ordrebro.question.QuestionJson;
import dk.ordrebro.question.Reason;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;

/** The statements that change bookings, each for a whole batch. They know rows, not policy. */
public class BookingUpdates {

    /** Who did what no person did. */
    public static final String US = "ordrebro";

    private final JdbcTemplate jdbc;
    private final Sales sales;

    public BookingUpdates(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.sales = new Sales(jdbc);
    }

    /** A draft to be frozen. */
    public record Frozen(
            Booking booking, InvoiceDraft draft, @Nullable Trail trail) {}

    /** A booking that is held or skipped before anything was sent. */
    public record Decided(
            Booking booking,
            BookingState state,
            List<Reason> reasons,
            @Nullable Trail trail) {

        public Booking after() {
            return booking.to(state, reasons);
        }
    }

    /**
     * An attempt that is over, and how the booking goes on.
     *
     * @param answer the document as the program told it; null where it told of none
     */
    public record Finished(
            Claimed claimed,
            Booking after,
            Instant dueAt,
            Instant finishedAt,
            String outcome,
            String detail,
            @Nullable Invoice answer) {}

    public void freeze(List<Frozen> drafts) {
        batch(
                "update booking set draft = ?, draft_hash = ?, trail = ?, currency = ?, gross = ?, vat = ? where company_id = ? and booking_id = ?",
                drafts,
                (statement, frozen) -> {
                    String json = BookingJson.write(frozen.draft);
                    statement.setString(1, json);
                    statement.setString(2, BookingJson.hash(json));
                    statement.setString(3, frozen.trail == null ? null : BookingJson.write(frozen.trail));
                    statement.setString(4, frozen.draft.currency().getCode());
                    statement.setBigDecimal(5, frozen.draft.expected().gross().getAmount());
                    statement.setBigDecimal(6, frozen.draft.expected().vat().getAmount());
                    key(statement, 7, frozen.booking);
                });
        sales.frozen(drafts);
    }

    public void start(List<Claimed> claimed, UUID claim, Instant now) {
        batch("""
                update booking set sent_at = case when state = 'SUSPECT' then sent_at else ? end,
                       state = 'SENDING', claim = ?, claimed_at = ?, changed_at = ?, attempts = attempts + 1, reasons = '[]'
                where company_id = ? and booking_id = ?
                """, claimed, (statement, one) -> {
            statement.setObject(1, sql(now));
            statement.setObject(2, claim);
            statement.setObject(3, sql(now));
            statement.setObject(4, sql(now));
            key(statement, 5, one.booking());
        });
        batch(
                "insert into booking_attempt (company_id, booking_id, number, started_at) values (?, ?, ?, ?)",
                claimed,
                (statement, one) -> {
                    key(statement, 1, one.booking());
                    statement.setInt(3, one.booking().attempts() + 1);
                    statement.setObject(4, sql(now));
                });
    }

    public void decide(List<Decided> decided, Instant now) {
        batch(
                "update booking set state = ?, reasons = ?, trail = ?, changed_at = ? where company_id = ? and booking_id = ?",
                decided,
                (statement, one) -> {
                    statement.setString(1, one.state.name());
                    statement.setString(2, QuestionJson.write(one.reasons));
                    statement.setString(3, one.trail == null ? null : BookingJson.write(one.trail));
                    statement.setObject(4, sql(now));
                    key(statement, 5, one.booking);
                });
    }

    public void delay(List<Booking> early, Instant dueAt) {
        batch("update booking set due_at = ? where company_id = ? and booking_id = ?", early, (statement, booking) -> {
            statement.setObject(1, sql(dueAt));
            key(statement, 2, booking);
        });
    }

    /**
     * Records what attempts led to.
     *
     * @return for each whether the claim still held; a result of a lost claim changes nothing
     */
    public boolean[] finish(List<Finished> finished) {
        int[][] counts = batch("""
                update booking set state = ?, reasons = ?, due_at = ?, changed_at = ?, invoice_id = ?, invoice_number = ?, standing = ?,
                       standing_read_at = ?, claim = null, approve = approve and ? <> 'SETTLED'
                where company_id = ? and booking_id = ? and state = 'SENDING' and claim = ?
                """, finished, (statement, one) -> {
            Booking after = one.after;
            statement.setString(1, after.state().name());
            statement.setString(2, QuestionJson.write(after.reasons()));
            statement.setObject(3, sql(one.dueAt));
            statement.setObject(4, sql(one.finishedAt));
            statement.setString(
                    5, after.invoice() == null ? null : after.invoice().value());
            statement.setString(6, after.invoiceNumber());
            statement.setString(
                    7, after.standing() == null ? null : after.standing().name());
            statement.setObject(8, after.standingReadAt() == null ? null : sql(after.standingReadAt()));
            statement.setString(9, after.state().name());
            key(statement, 10, after);
            statement.setObject(12, one.claimed.claim());
        });
        batch(
                "update booking_attempt set finished_at = ?, outcome = ?, detail = ?, answer = ? where company_id = ? and booking_id = ? and number = ?",
                finished,
                (statement, one) -> {
                    statement.setObject(1, sql(one.finishedAt));
                    statement.setString(2, one.outcome);
                    statement.setString(3, one.detail);
                    statement.setString(4, one.answer == null ? null : BookingJson.write(one.answer));
                    key(statement, 5, one.after);
                    statement.setInt(7, one.claimed.booking().attempts() + 1);
                });
        boolean[] held = new boolean[finished.size()];
        int at = 0;
        for (int[] count : counts) {
            for (int rows : count) {
                held[at++] = rows == 1;
            }
        }
        return held;
    }

    private <T> int[][] batch(String sql, List<T> rows, ParameterizedPreparedStatementSetter<T> setter) {
        return rows.isEmpty() ? new int[0][] : jdbc.batchUpdate(sql, rows, rows.size(), setter);
    }

    private static void key(PreparedStatement statement, int from, Booking booking) throws SQLException {
        statement.setObject(from, booking.company().value());
        statement.setObject(from + 1, booking.id().value());
    }

    public static OffsetDateTime sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
