package dk.ordrebro.booking.drain;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingFilter;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Pages of the list of bookings. Every filter is met by an index that starts with the company; no page counts or skips rows. */
class BookingPages {

    static final UUID LAST = new UUID(-1L, -1L);

    private final JdbcClient jdbc;

    BookingPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Booking> page(CompanyId company, BookingFilter filter, Optional<BookingId> before, int size) {
        StatementSpec statement = jdbc.sql(sql(filter))
                .param("company", company.value())
                .param("before", before.map(BookingId::value).orElse(LAST))
                .param("size", size);
        if (filter.state() != null) {
            statement = statement.param("state", filter.state().name());
        }
        if (filter.standing() != null) {
            statement = statement.param("standing", filter.standing().name());
        }
        if (filter.shop() != null) {
            statement = statement.param("shop", filter.shop().value());
        }
        if (!filter.number().isEmpty()) {
            statement = statement.param("number", filter.number());
        }
        LocalDate from = filter.from();
        LocalDate through = filter.through();
        if (from != null && through != null) {
            statement = statement
                    .param("from", from)
                    .param("through", through)
                    .param("day", before.flatMap(id -> day(company, id)).orElse(through.plusDays(1)));
        }
        return statement.query(BookingRows::brief).list();
    }

    static String sql(BookingFilter filter) {
        List<String> where = new ArrayList<>(List.of("company_id = :company"));
        if (filter.state() != null) {
            where.add("state = :state");
        }
        if (filter.standing() != null) {
            where.add("standing = :standing");
        }
        if (filter.shop() != null) {
            where.add("order_integration_id = :shop");
        }
        if (!filter.number().isEmpty()) {
            where.add("(order_number = :number or reference = :number or invoice_number = :number)");
        }
        boolean byDay = filter.from() != null;
        where.add(
                byDay
                        ? "day between :from and :through and (day, booking_id) < (:day, :before)"
                        : "booking_id < :before");
        return "select * from booking where " + String.join(" and ", where) + " order by "
                + (byDay ? "day desc, booking_id desc" : "booking_id desc") + " limit :size";
    }

    private Optional<LocalDate> day(CompanyId company, BookingId id) {
        return jdbc.sql("select day from booking where company_id = ? and booking_id = ?")
                .params(company.value(), id.value())
                .query((row, index) -> row.getObject("day", LocalDate.class))
                .optional();
    }
}
