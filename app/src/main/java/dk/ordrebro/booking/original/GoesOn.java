package dk.ordrebro.booking.original;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingChanged;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingUpdates;
import dk.ordrebro.booking.Bookings;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A credit note that waits for what it gives back goes on by itself once that is booked, approved, passed over or taken back. */
public class GoesOn {

    private final JdbcClient jdbc;
    private final Bookings bookings;

    public GoesOn(JdbcClient jdbc, Bookings bookings) {
        this.jdbc = jdbc;
        this.bookings = bookings;
    }

    @EventListener
    void on(BookingChanged changed) {
        changed.changes().stream()
                .map(BookingChanged.Change::booking)
                .filter(GoesOn::isDecided)
                .collect(Collectors.groupingBy(Booking::company))
                .forEach(this::release);
    }

    private static boolean isDecided(Booking booking) {
        return switch (booking.state()) {
            case SETTLED, SKIPPED, TAKEN_BACK -> true;
            case WAITING, SENDING, SUSPECT, HELD -> false;
        };
    }

    private record Waiting(
            UUID id, String reasons, @Nullable String draft) {

        /** The reference and the document's id stand in quotes, so that none is taken for the beginning of another. */
        boolean isFor(Booking decided) {
            return reasons.contains("\"" + decided.reference().value() + "\"")
                    || (draft != null
                            && decided.invoice() != null
                            && draft.contains("\"" + decided.invoice().value() + "\""));
        }
    }

    private void release(CompanyId company, List<Booking> decided) {
        List<Waiting> waiting = jdbc.sql("""
                        select b.booking_id, b.reasons, b.draft from booking b
                        where b.company_id = :company and b.state = 'HELD'
                          and exists (select from booking_hold h
                                      where h.company_id = :company and h.booking_id = b.booking_id
                                        and (h.code = 'ORIGINAL_NOT_BOOKED' or h.code = 'ORIGINAL_IS_DRAFT' and b.return_of is null))
                        """)
                .param("company", company.value())
                .query((row, index) -> new Waiting(
                        row.getObject("booking_id", UUID.class), row.getString("reasons"), row.getString("draft")))
                .list();
        List<BookingId> ready = waiting.stream()
                .filter(one -> decided.stream().anyMatch(one::isFor))
                .map(Waiting::id)
                .map(BookingId::new)
                .toList();
        if (!ready.isEmpty()) {
            bookings.release(company, ready, BookingUpdates.US);
        }
    }
}
