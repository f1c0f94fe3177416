package dk.ordrebro.booking;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.AccountingIntegrationId;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Schedules drains in the table db-scheduler works from, inside the caller's transaction: the intention to book and the nudge are committed
 * together. A nudge that comes while a drain is just ending could be lost; {@link #sweep()} finds what it left.
 */
class JdbcDrainSchedule implements DrainSchedule {

    static final String TASK = "drain";
    /** A booking under way for longer than this has no living drain. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(3);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Runnable wake;

    /**
     * Takes what it needs.
     *
     * @param wake tells this node's workers to look at once instead of at their next turn
     */
    JdbcDrainSchedule(JdbcClient jdbc, InstantSource clock, Runnable wake) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.wake = wake;
    }

    @Override
    public void nudge(CompanyId company, AccountingIntegrationId accounting) {
        OffsetDateTime now = BookingUpdates.sql(clock.instant());
        String instance = instance(company, accounting);
        int inserted = jdbc.sql("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        values (?, ?, ?, false, 1) on conflict do nothing
                        """).params(TASK, instance, now).update();
        if (inserted == 0) {
            // a drain that waits for a postponed booking comes forward; one that is due or running is left alone
            jdbc.sql("""
                            update scheduled_tasks set execution_time = ?
                            where task_name = ? and task_instance = ? and not picked and execution_time > ?
                            """).params(now, TASK, instance, now).update();
        }
        wakeAfterCommit();
    }

    private void wakeAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.run();
            }
        });
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

    private static String instance(CompanyId company, AccountingIntegrationId accounting) {
        return company + "/" + accounting;
    }

    /** The integration a scheduled drain is for. */
    record Drained(CompanyId company, AccountingIntegrationId accounting) {

        static Drained of(String instance) {
            int slash = instance.indexOf('/');
            return new Drained(
                    CompanyId.of(instance.substring(0, slash)),
                    AccountingIntegrationId.of(instance.substring(slash + 1)));
        }
    }
}
