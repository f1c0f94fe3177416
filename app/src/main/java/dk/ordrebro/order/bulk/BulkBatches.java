package dk.ordrebro.order.bulk;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows a worker goes through and writes its results to; every method belongs into the transaction of one batch. */
class BulkBatches {

    private final JdbcClient jdbc;

    BulkBatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The jobs under way of all companies, at most {@code size}, whoever works on them. */
    List<Running> running(int size) {
        return jdbc.sql("select company_id, job_id from bulk_job where state = 'RUNNING' limit ?")
                .param(size)
                .query((row, index) -> new Running(
                        new CompanyId(row.getObject("company_id", UUID.class)),
                        new BulkJobId(row.getObject("job_id", UUID.class))))
                .list();
    }

    /** Takes a job for this transaction; empty when another worker has it, or it no longer runs. */
    Optional<Claim> claim(Running job) {
        return jdbc.sql("""
                        select * from bulk_job where company_id = ? and job_id = ? and state = 'RUNNING'
                        for update skip locked
                        """)
                .params(job.company.value(), job.id.value())
                .query((row, index) -> new Claim(job.company, JdbcBulkJobs.job(row, index), row.getInt("next")))
                .optional();
    }

    List<Item> next(Claim claim, int size) {
        return jdbc.sql("""
                        select position, order_id, fulfillment_id from bulk_item
                        where company_id = ? and job_id = ? and position >= ? order by position limit ?
                        """)
                .params(claim.company.value(), claim.job.id().value(), claim.next, size)
                .query(BulkBatches::item)
                .list();
    }

    private static Item item(ResultSet row, int index) throws SQLException {
        UUID fulfillment = row.getObject("fulfillment_id", UUID.class);
        return new Item(
                row.getInt("position"),
                new OrderId(row.getObject("order_id", UUID.class)),
                fulfillment == null ? null : new FulfillmentId(fulfillment));
    }

    /** Writes what became of a batch, and how far the job is. */
    void record(Claim claim, List<Result> results) {
        jdbc.sql("""
                        update bulk_item i set state = r.state, reason = r.reason, fulfillment_id = r.fulfillment_id
                        from unnest(?::int[], ?::text[], ?::text[], ?::text[]::uuid[]) as r (position, state, reason, fulfillment_id)
                        where i.company_id = ? and i.job_id = ? and i.position = r.position
                        """)
                .params(
                        results.stream().map(r -> r.item.position).toArray(Integer[]::new),
                        results.stream().map(r -> r.state.name()).toArray(String[]::new),
                        results.stream().map(Result::reason).toArray(String[]::new),
                        results.stream().map(Result::fulfillmentText).toArray(String[]::new),
                        claim.company.value(),
                        claim.job.id().value())
                .update();
        jdbc.sql("""
                        update bulk_job set next = ?, handled = handled + ?, passed = passed + ?, failed = failed + ?
                        where company_id = ? and job_id = ?
                        """)
                .params(
                        results.getLast().item.position + 1,
                        count(results, BulkItem.State.HANDLED),
                        count(results, BulkItem.State.PASSED),
                        count(results, BulkItem.State.FAILED),
                        claim.company.value(),
                        claim.job.id().value())
                .update();
    }

    private static int count(List<Result> results, BulkItem.State state) {
        return Math.toIntExact(results.stream().filter(r -> r.state == state).count());
    }

    void finish(Claim claim, Instant now) {
        jdbc.sql("update bulk_job set state = 'DONE', finished_at = ? where company_id = ? and job_id = ?")
                .params(
                        now.atOffset(ZoneOffset.UTC),
                        claim.company.value(),
                        claim.job.id().value())
                .update();
    }

    /** A job somebody has to work on. */
    record Running(CompanyId company, BulkJobId id) {}

    /** A job that is ours until the transaction ends, and the position it has come to. */
    record Claim(CompanyId company, BulkJob job, int next) {}

    /** What is to be done. */
    record Item(int position, OrderId order, @Nullable FulfillmentId fulfillment) {}

    /** What became of it. */
    record Result(
            Item item,
            BulkItem.State state,
            String reason,
            @Nullable FulfillmentId fulfillment) {

        static Result handled(Item item, FulfillmentId fulfillment) {
            return new Result(item, BulkItem.State.HANDLED, "", fulfillment);
        }

        static Result passed(Item item, String reason) {
            return new Result(item, BulkItem.State.PASSED, reason, item.fulfillment);
        }

        static Result failed(Item item, String reason) {
            return new Result(item, BulkItem.State.FAILED, reason, item.fulfillment);
        }

        @Nullable
        String fulfillmentText() {
            return fulfillment == null ? null : fulfillment.toString();
        }
    }
}
