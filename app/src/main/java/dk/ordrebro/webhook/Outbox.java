package dk.ordrebro.webhook;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.order.Raw;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Messages to be sent and those that were, in PostgreSQL. */
class Outbox {

    /** How long what was sent can be looked at, and how long an address that does not answer has its messages kept. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int SWEPT_AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final Post post;

    Outbox(JdbcClient jdbc, Ids ids, InstantSource clock, Post post) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.post = post;
    }

    /** A message that is not kept yet. */
    record New(EndpointId endpoint, UUID id, Event event, String about, Raw body) {}

    /** A message to be sent now. */
    record Due(UUID id, String event, Raw body, int attempts) {}

    New message(EndpointId endpoint, Event event, Booking booking) {
        UUID id = ids.next();
        return new New(endpoint, id, event, booking.orderNumber(), Raw.of(Message.about(id, event, now(), booking)));
    }

    New ping(EndpointId endpoint) {
        UUID id = ids.next();
        return new New(endpoint, id, Event.PING, "", Raw.of(Message.ping(id, now())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Keeps them and sees to it that they are sent, in the caller's transaction. */
    @Transactional
    public void put(CompanyId company, List<New> messages) {
        if (messages.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into webhook_delivery (company_id, endpoint_id, delivery_id, event, about, body, state, created_at, due_at)
                        select c, e, d, event, about, body, 'WAITING', now, now
                        from (select ?::uuid as c, ?::timestamptz as now) as once,
                             unnest(?::text[]::uuid[], ?::text[]::uuid[], ?::text[], ?::text[], ?::bytea[]) as t (e, d, event, about, body)
                        """)
                .params(
                        company.value(),
                        Times.sql(clock.instant()),
                        column(messages, one -> one.endpoint.toString()),
                        column(messages, one -> one.id.toString()),
                        column(messages, one -> one.event.word()),
                        column(messages, New::about),
                        messages.stream().map(one -> one.body.bytes()).toArray(byte[][]::new))
                .update();
        messages.stream().map(New::endpoint).distinct().forEach(endpoint -> post.nudge(company, endpoint));
    }

    private static String[] column(List<New> messages, Function<New, String> of) {
        return messages.stream().map(of).toArray(String[]::new);
    }

    /** Oldest first, of those whose time has come. */
    List<Due> due(CompanyId company, EndpointId endpoint, int size) {
        return jdbc.sql("""
                        select delivery_id, event, body, attempts from webhook_delivery
                        where company_id = ? and endpoint_id = ? and state = 'WAITING' and due_at <= ?
                        order by due_at, delivery_id limit ?
                        """)
                .params(company.value(), endpoint.value(), Times.sql(clock.instant()), size)
                .query((row, index) -> new Due(
                        row.getObject("delivery_id", UUID.class),
                        row.getString("event"),
                        Raw.of(row.getBytes("body")),
                        row.getInt("attempts")))
                .list();
    }

    Optional<Instant> nextDue(CompanyId company, EndpointId endpoint) {
        return jdbc.sql("""
                        select due_at from webhook_delivery
                        where company_id = ? and endpoint_id = ? and state = 'WAITING' order by due_at limit 1
                        """)
                .params(company.value(), endpoint.value())
                .query((row, index) -> Times.read(row, "due_at"))
                .optional();
    }

    /**
     * Writes down what a try led to.
     *
     * @param due when it is tried again, if it waits
     */
    void tried(
            CompanyId company,
            EndpointId endpoint,
            UUID id,
            Delivery.State state,
            Instant due,
            @Nullable Integer status,
            @Nullable String problem) {
        jdbc.sql("""
                        update webhook_delivery set state = :state, due_at = :due, attempts = attempts + 1, tried_at = :now,
                            status = :status, problem = :problem
                        where company_id = :company and endpoint_id = :endpoint and delivery_id = :id
                        """)
                .param("state", state.name())
                .param("due", Times.sql(due))
                .param("now", Times.sql(clock.instant()))
                .param("status", status, Types.INTEGER)
                .param("problem", problem, Types.VARCHAR)
                .param("company", company.value())
                .param("endpoint", endpoint.value())
                .param("id", id)
                .update();
    }

    @Transactional
    public void again(CompanyId company, EndpointId endpoint, UUID id) {
        int found = jdbc.sql("""
                        update webhook_delivery set state = 'WAITING', due_at = ?, attempts = 0
                        where company_id = ? and endpoint_id = ? and delivery_id = ?
                        """)
                .params(Times.sql(clock.instant()), company.value(), endpoint.value(), id)
                .update();
        if (found > 0) {
            post.nudge(company, endpoint);
        }
    }

    List<Delivery> page(CompanyId company, EndpointId endpoint, Optional<UUID> before, int size) {
        return jdbc.sql("""
                        select * from webhook_delivery
                        where company_id = :company and endpoint_id = :endpoint and delivery_id < :before
                        order by delivery_id desc limit :size
                        """)
                .param("company", company.value())
                .param("endpoint", endpoint.value())
                .param("before", before.orElse(new UUID(-1, -1)))
                .param("size", size)
                .query(Outbox::delivery)
                .list();
    }

    private static Delivery delivery(ResultSet row, int index) throws SQLException {
        return new Delivery(
                row.getObject("delivery_id", UUID.class),
                row.getString("event"),
                row.getString("about"),
                Delivery.State.valueOf(row.getString("state")),
                Times.read(row, "created_at"),
                Times.read(row, "due_at"),
                row.getInt("attempts"),
                Times.readOrNull(row, "tried_at"),
                row.getObject("status", Integer.class),
                row.getString("problem"));
    }

    Optional<byte[]> body(CompanyId company, EndpointId endpoint, UUID id) {
        return jdbc.sql(
                        "select body from webhook_delivery where company_id = ? and endpoint_id = ? and delivery_id = ?")
                .params(company.value(), endpoint.value(), id)
                .query((row, index) -> row.getBytes("body"))
                .optional();
    }

    void forgetOld() {
        jdbc.sql("""
                        delete from webhook_delivery where (company_id, endpoint_id, delivery_id) in (
                            select company_id, endpoint_id, delivery_id from webhook_delivery where created_at < ? limit ?)
                        """)
                .params(Times.sql(clock.instant().minus(KEPT)), SWEPT_AT_ONCE)
                .update();
    }
}
