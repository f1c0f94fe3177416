package dk.ordrebro.booking.drain;

import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.totals.TotalsKept;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives a held booking another day: that of its document. The delivery keeps its own. */
class Redating {

    private final JdbcClient jdbc;
    private final TotalsKept totals;

    Redating(JdbcClient jdbc, TotalsKept totals) {
        this.jdbc = jdbc;
        this.totals = totals;
    }

    void date(Booking held, LocalDate day) {
        int dated = jdbc.sql("""
                        update booking set day = ?
                        where company_id = ? and booking_id = ? and state = 'HELD' and invoice_id is null and day <> ?
                        """)
                .params(day, held.company().value(), held.id().value(), day)
                .update();
        if (dated == 1) {
            totals.redated(held, day);
        }
    }
}
