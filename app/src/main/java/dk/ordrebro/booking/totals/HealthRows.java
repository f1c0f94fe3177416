package dk.ordrebro.booking.totals;

import dk.ordrebro.accounting.Problem;
import dk.ordrebro.booking.BookingUpdates;
import dk.ordrebro.integration.AccountingIntegration;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers since when an accounting program turns us away, and that it answers again. Writes when that changes only. */
public class HealthRows {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    public HealthRows(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void turnedAway(AccountingIntegration accounting, Problem problem) {
        write(accounting, problem.code().name(), problem.detail());
    }

    public void answered(AccountingIntegration accounting) {
        write(accounting, "", "");
    }

    public boolean isTroubled(AccountingIntegration accounting) {
        return jdbc.sql(
                        "select code <> '' from accounting_health where company_id = ? and accounting_integration_id = ?")
                .params(accounting.company().value(), accounting.id().value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private void write(AccountingIntegration accounting, String code, String detail) {
        jdbc.sql("""
                        insert into accounting_health as h (company_id, accounting_integration_id, code, detail, since)
                        values (?, ?, ?, ?, ?)
                        on conflict (company_id, accounting_integration_id) do update
                        set code = excluded.code, detail = excluded.detail, since = excluded.since
                        where h.code <> excluded.code
                        """)
                .params(
                        accounting.company().value(),
                        accounting.id().value(),
                        code,
                        detail,
                        BookingUpdates.sql(clock.instant()))
                .update();
    }
}
