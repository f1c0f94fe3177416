package dk.ordrebro.booking.drain;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.booking.BookingUpdates;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.work.Schedule;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When the next drain of each accounting integration is due. */
class DrainSchedule {

    /** A booking under way for longer than this has no living drain. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(3);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Schedule schedule;

    DrainSchedule(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.schedule = new Schedule("scheduled_tasks", "drain", jdbc, clock);
    }

    Schedule schedule() {
        return schedule;
    }

    /** Sees to it that a drain of this integration runs soon, once the caller's transaction is committed. */
    void nudge(CompanyId company, AccountingIntegrationId accounting) {
        schedule.nudge(new Drained(company, accounting).toString());
    }

    /** Nudges for every booking that is due, or was forgotten under way, whoever was to see to it. */
    void sweep() {
        jdbc.sql("""
                        select distinct company_id, accounting_integration_id from booking
                        where accounting_integration_id is not null
                          and (state in ('WAITING', 'SUSPECT') and due_at <= ? or state = 'SENDING' and claimed_at < ?)
                        """)
                .params(
                        BookingUpdates.sql(clock.instant()),
                        BookingUpdates.sql(clock.instant().minus(FORGOTTEN)))
                .query((row, index) ->
                        new Drained(CompanyId.of(row.getString(1)), AccountingIntegrationId.of(row.getString(2))))
                .list()
                .forEach(drained -> nudge(drained.company, drained.accounting));
    }

    /** The integration a scheduled drain is for. */
    record Drained(CompanyId company, AccountingIntegrationId accounting) {

        @Override
        public String toString() {
            return company + "/" + accounting;
        }

        static Drained of(String instance) {
            int slash = instance.indexOf('/');
            return new Drained(
                    CompanyId.of(instance.substring(0, slash)),
                    AccountingIntegrationId.of(instance.substring(slash + 1)));
        }
    }
}
