package dk.ordrebro.webhook;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.work.Schedule;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When the next run to each address is due. */
class Post {

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Schedule schedule;

    Post(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.schedule = new Schedule("webhook_tasks", "tell", jdbc, clock);
    }

    /** The name of an address's task. */
    record Box(CompanyId company, EndpointId endpoint) {

        static Box parse(String instance) {
            int slash = instance.indexOf('/');
            return new Box(CompanyId.of(instance.substring(0, slash)), EndpointId.of(instance.substring(slash + 1)));
        }

        @Override
        public String toString() {
            return company + "/" + endpoint;
        }
    }

    Schedule schedule() {
        return schedule;
    }

    /** Sees to it that a run to this address comes soon, once the caller's transaction is committed. */
    void nudge(CompanyId company, EndpointId endpoint) {
        schedule.nudge(new Box(company, endpoint).toString());
    }

    /** Nudges every address that has something due. */
    void sweep() {
        jdbc.sql("""
                        select e.company_id, e.endpoint_id from webhook_endpoint e
                        where e.state = 'ON' and e.retry_at <= :now and exists (
                            select from webhook_delivery d
                            where d.company_id = e.company_id and d.endpoint_id = e.endpoint_id
                              and d.state = 'WAITING' and d.due_at <= :now)
                        """)
                .param("now", Times.sql(clock.instant()))
                .query((row, index) -> new Box(CompanyId.of(row.getString(1)), EndpointId.of(row.getString(2))))
                .list()
                .forEach(box -> nudge(box.company(), box.endpoint()));
    }
}
