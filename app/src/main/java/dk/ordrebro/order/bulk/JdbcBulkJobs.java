package dk.ordrebro.order.bulk;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Bulk jobs in PostgreSQL, as people see and steer them. */
class JdbcBulkJobs implements BulkJobs {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    JdbcBulkJobs(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void handle(CompanyId company, BulkJobId id, List<OrderId> orders, String who) {
        List<OrderId> wanted = List.copyOf(new LinkedHashSet<>(orders));
        if (wanted.isEmpty() || wanted.size() > MOST) {
            throw new IllegalArgumentException("A job has between 1 and " + MOST + " orders, not " + wanted.size());
        }
        if (!insert(company, id, BulkJob.Kind.HANDLE, null, who, wanted.size())) {
            return;
        }
        int known = jdbc.sql("""
                        insert into bulk_item (company_id, job_id, position, order_id, state)
                        select o.company_id, ?, w.position, o.order_id, 'WAITING'
                        from unnest(?::text[]::uuid[]) with ordinality as w (order_id, position)
                        join shop_order o on o.order_id = w.order_id
                        where o.company_id = ?
                        """)
                .params(id.value(), wanted.stream().map(OrderId::toString).toArray(String[]::new), company.value())
                .update();
        if (known != wanted.size()) {
            throw new IllegalArgumentException(
                    "The company has only " + known + " of the " + wanted.size() + " orders");
        }
    }

    @Override
    @Transactional
    public void undo(CompanyId company, BulkJobId id, BulkJobId undoOf, String who) {
        BulkJob undone = find(company, undoOf)
                .filter(job -> job.kind() == BulkJob.Kind.HANDLE && !job.running() && job.handled() > 0)
                .orElseThrow(() -> new IllegalArgumentException("Nothing to undo in job " + undoOf));
        if (!insert(company, id, BulkJob.Kind.UNDO, undoOf, who, undone.handled())) {
            return;
        }
        jdbc.sql("""
                        insert into bulk_item (company_id, job_id, position, order_id, fulfillment_id, state)
                        select company_id, ?, row_number() over (order by position), order_id, fulfillment_id, 'WAITING'
                        from bulk_item where company_id = ? and job_id = ? and state = 'HANDLED'
                        """).params(id.value(), company.value(), undoOf.value()).update();
    }

    @Override
    @Transactional
    public void undo(CompanyId company, BulkJobId id, List<FulfillmentId> deliveries, String who) {
        List<FulfillmentId> wanted = List.copyOf(new LinkedHashSet<>(deliveries));
        if (wanted.isEmpty() || wanted.size() > MOST) {
            throw new IllegalArgumentException("A job has between 1 and " + MOST + " deliveries, not " + wanted.size());
        }
        if (!insert(company, id, BulkJob.Kind.UNDO, null, who, wanted.size())) {
            return;
        }
        int known = jdbc.sql("""
                        insert into bulk_item (company_id, job_id, position, order_id, fulfillment_id, state)
                        select f.company_id, ?, w.position, f.order_id, f.fulfillment_id, 'WAITING'
                        from unnest(?::text[]::uuid[]) with ordinality as w (fulfillment_id, position)
                        join fulfillment f on f.fulfillment_id = w.fulfillment_id
                        where f.company_id = ? and f.return_of is null
                        """)
                .params(
                        id.value(),
                        wanted.stream().map(FulfillmentId::toString).toArray(String[]::new),
                        company.value())
                .update();
        if (known != wanted.size()) {
            throw new IllegalArgumentException(
                    "The company has only " + known + " of the " + wanted.size() + " deliveries");
        }
    }

    private boolean insert(
            CompanyId company, BulkJobId id, BulkJob.Kind kind, @Nullable BulkJobId undoOf, String who, int total) {
        return jdbc.sql("""
                        insert into bulk_job (company_id, job_id, kind, undo_of, who, asked_at, state, total)
                        values (?, ?, ?, ?, ?, ?, 'RUNNING', ?) on conflict do nothing
                        """)
                        .param(company.value())
                        .param(id.value())
                        .param(kind.name())
                        .param(undoOf == null ? null : undoOf.value())
                        .param(who)
                        .param(clock.instant().atOffset(ZoneOffset.UTC))
                        .param(total)
                        .update()
                == 1;
    }

    @Override
    public Optional<BulkJob> find(CompanyId company, BulkJobId id) {
        return jdbc.sql("select * from bulk_job where company_id = ? and job_id = ?")
                .params(company.value(), id.value())
                .query(JdbcBulkJobs::job)
                .optional();
    }

    @Override
    public Optional<BulkJob> undoing(CompanyId company, BulkJobId id) {
        return jdbc.sql("select * from bulk_job where company_id = ? and undo_of = ? order by job_id desc limit 1")
                .params(company.value(), id.value())
                .query(JdbcBulkJobs::job)
                .optional();
    }

    @Override
    public List<BulkJob> latest(CompanyId company, int size) {
        return jdbc.sql("select * from bulk_job where company_id = ? order by job_id desc limit ?")
                .params(company.value(), size)
                .query(JdbcBulkJobs::job)
                .list();
    }

    @Override
    public List<BulkItem> items(CompanyId company, BulkJobId id, BulkItem.State state, int after, int size) {
        return jdbc.sql("""
                        select i.*, o.number, o.customer from bulk_item i join shop_order o using (company_id, order_id)
                        where i.company_id = ? and i.job_id = ? and i.state = ? and i.position > ? order by i.position limit ?
                        """)
                .params(company.value(), id.value(), state.name(), after, size)
                .query(JdbcBulkJobs::item)
                .list();
    }

    @Override
    public Map<String, Integer> reasons(CompanyId company, BulkJobId id, BulkItem.State state) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        RowCallbackHandler each = row -> reasons.put(row.getString(1), row.getInt(2));
        jdbc.sql("""
                        select reason, count(*) from bulk_item where company_id = ? and job_id = ? and state = ?
                        group by reason order by 2 desc, 1
                        """).params(company.value(), id.value(), state.name()).query(each);
        return reasons;
    }

    @Override
    public void stop(CompanyId company, BulkJobId id) {
        jdbc.sql(
                        "update bulk_job set state = 'STOPPED', finished_at = ? where company_id = ? and job_id = ? and state = 'RUNNING'")
                .params(clock.instant().atOffset(ZoneOffset.UTC), company.value(), id.value())
                .update();
    }

    @Override
    public void resume(CompanyId company, BulkJobId id) {
        jdbc.sql(
                        "update bulk_job set state = 'RUNNING', finished_at = null where company_id = ? and job_id = ? and state = 'STOPPED'")
                .params(company.value(), id.value())
                .update();
    }

    static BulkJob job(ResultSet row, int index) throws SQLException {
        UUID undoOf = row.getObject("undo_of", UUID.class);
        return new BulkJob(
                new BulkJobId(row.getObject("job_id", UUID.class)),
                BulkJob.Kind.valueOf(row.getString("kind")),
                undoOf == null ? null : new BulkJobId(undoOf),
                row.getString("who"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                BulkJob.State.valueOf(row.getString("state")),
                row.getInt("total"),
                row.getInt("handled"),
                row.getInt("passed"),
                row.getInt("failed"),
                instant(row.getObject("finished_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static BulkItem item(ResultSet row, int index) throws SQLException {
        UUID fulfillment = row.getObject("fulfillment_id", UUID.class);
        return new BulkItem(
                row.getInt("position"),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("number"),
                row.getString("customer"),
                fulfillment == null ? null : new FulfillmentId(fulfillment),
                BulkItem.State.valueOf(row.getString("state")),
                row.getString("reason"));
    }
}
