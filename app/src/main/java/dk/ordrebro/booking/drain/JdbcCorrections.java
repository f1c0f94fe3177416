package dk.ordrebro.booking.drain;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.booking.BookingRows;
import dk.ordrebro.booking.Corrections;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks through the frozen drafts from a day on, by the index of days. */
class JdbcCorrections implements Corrections {

    private final JdbcClient jdbc;

    JdbcCorrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Used> using(CompanyId company, AccountNumber account, LocalDate since) {
        return jdbc
                .sql("""
                        select * from booking b
                        where company_id = :company and day >= :since and state = 'SETTLED' and standing in ('DRAFT', 'APPROVED')
                          and document_type = 'INVOICE'
                          and exists (select from jsonb_array_elements(draft::jsonb -> 'lines') as line
                                      where (line #>> '{account,account,value}')::int = :account)
                          and not exists (select from booking u where u.company_id = b.company_id and u.order_id = b.order_id
                                          and u.return_of = b.fulfillment_id and u.undoes)
                        order by day desc, booking_id desc limit :most
                        """)
                .param("company", company.value())
                .param("since", since)
                .param("account", account.value())
                .param("most", MOST)
                .query(BookingRows::brief)
                .list()
                .stream()
                .map(booking -> new Used(booking, Objects.requireNonNull(booking.gross())))
                .toList();
    }
}
