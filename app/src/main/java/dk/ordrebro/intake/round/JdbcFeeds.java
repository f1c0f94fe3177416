package dk.ordrebro.intake.round;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.intake.Cursor;
import dk.ordrebro.intake.FeedHealth;
import dk.ordrebro.intake.Feeds;
import dk.ordrebro.intake.Times;
import dk.ordrebro.intake.WebhookState;
import dk.ordrebro.intake.http.ShopUnavailable;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The feeds of all shops in PostgreSQL. */
class JdbcFeeds implements Feeds {

    /**
     * How far behind our own clock a new feed begins: a shop whose clock is set to another time zone's hours loses nothing by it. What it
     * finds from before the connection is kept and not booked.
     */
    static final Duration CLOCKS_APART = Duration.ofHours(15);

    /** A pause this long between two good polls is shown as a gap. */
    private static final Duration GAP = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Rota rota;
    private final Webhooks webhooks;
    private final @Nullable URI publicUrl;

    JdbcFeeds(JdbcClient jdbc, InstantSource clock, Rota rota, Webhooks webhooks, @Nullable URI publicUrl) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.rota = rota;
        this.webhooks = webhooks;
        this.publicUrl = publicUrl;
    }

    @Override
    @Transactional
    public void connected(OrderIntegration shop) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into shop_feed (
                            company_id, integration_id, due_at, retry_at, since, read_until, read_until_moved_at,
                            poll_due_at, webhooks_due_at, book_from)
                        values (:company, :shop, :now, :now, :since, :since, :now, :now, :now, :now)
                        on conflict (company_id, integration_id) do update set
                            due_at = :now, retry_at = :now, poll_due_at = :now, webhooks_due_at = :now, failures = 0,
                            problem = null, problem_detail = null
                        """)
                .param("company", shop.company().value())
                .param("shop", shop.id().value())
                .param("now", Times.sql(now))
                .param("since", Times.sql(now.minus(CLOCKS_APART)))
                .update();
        rota.nudge(new Door(shop.company(), shop.id()));
    }

    @Override
    @Transactional
    public void importHistory(CompanyId company, OrderIntegrationId shop, Instant from, boolean bookToo) {
        jdbc.sql("""
                        update shop_feed set history_from = :from, history_since = :from, history_page = '',
                            history_reached = :from, history_until = :now, history_orders = 0, history_done_at = null, due_at = :now,
                            book_from = case when :bookToo then least(book_from, :from) else book_from end
                        where company_id = :company and integration_id = :shop
                        """)
                .param("company", company.value())
                .param("shop", shop.value())
                .param("from", Times.sql(from))
                .param("now", Times.sql(clock.instant()))
                .param("bookToo", bookToo)
                .update();
        rota.nudge(new Door(company, shop));
    }

    @Override
    public Optional<URI> door(CompanyId company, OrderIntegrationId shop) {
        return Optional.ofNullable(publicUrl)
                .map(ours -> URI.create(ours.toString().replaceAll("/+$", "") + "/in/" + new Door(company, shop)));
    }

    Optional<Feed> find(Door shop) {
        return jdbc.sql("select * from shop_feed where company_id = ? and integration_id = ?")
                .params(shop.company().value(), shop.shop().value())
                .query(Feed::read)
                .optional();
    }

    /** A page was read: where to read on. */
    void readOn(Door shop, Cursor next, Instant readUntil) {
        jdbc.sql("""
                        update shop_feed set since = :since, page = :page, read_until = greatest(read_until, :until),
                            read_until_moved_at = case when :until > read_until then :now else read_until_moved_at end,
                            failures = 0, problem = null, problem_detail = null
                        where company_id = :company and integration_id = :shop
                        """)
                .param("company", shop.company().value())
                .param("shop", shop.shop().value())
                .param("since", Times.sql(next.since()))
                .param("page", next.page())
                .param("until", Times.sql(readUntil))
                .param("now", Times.sql(clock.instant()))
                .update();
    }

    /** Begins the question anew. */
    void readAgain(Door shop, Instant since) {
        jdbc.sql("update shop_feed set since = ?, page = '' where company_id = ? and integration_id = ?")
                .params(Times.sql(since), shop.company().value(), shop.shop().value())
                .update();
    }

    /** Everything was read: when to ask again. A long time since it last was so is remembered as a gap. */
    void caughtUp(Door shop, Instant pollAgain) {
        Instant now = clock.instant();
        jdbc.sql("""
                        update shop_feed set
                            gap_from = case when polled_at < :gap then polled_at else gap_from end,
                            gap_until = case when polled_at < :gap then :now else gap_until end,
                            polled_at = :now, poll_due_at = :again
                        where company_id = :company and integration_id = :shop
                        """)
                .param("company", shop.company().value())
                .param("shop", shop.shop().value())
                .param("now", Times.sql(now))
                .param("gap", Times.sql(now.minus(GAP)))
                .param("again", Times.sql(pollAgain))
                .update();
    }

    void failed(Door shop, ShopUnavailable problem, Instant retryAt) {
        jdbc.sql("""
                        update shop_feed set failures = failures + 1, problem = :code, problem_detail = :detail, retry_at = :retry
                        where company_id = :company and integration_id = :shop
                        """)
                .param("company", shop.company().value())
                .param("shop", shop.shop().value())
                .param("code", problem.code().name())
                .param("detail", problem.detail())
                .param("retry", Times.sql(retryAt))
                .update();
    }

    void sawWebhooks(Door shop, @Nullable WebhookState state, Instant lookAgain) {
        jdbc.sql("""
                        update shop_feed set webhooks = :state, webhooks_checked_at = :now, webhooks_due_at = :again
                        where company_id = :company and integration_id = :shop
                        """)
                .param("company", shop.company().value())
                .param("shop", shop.shop().value())
                .param("state", state == null ? null : state.name())
                .param("now", Times.sql(clock.instant()))
                .param("again", Times.sql(lookAgain))
                .update();
    }

    /**
     * A page of history was read.
     *
     * @param was where the page was read from: an import that was started over meanwhile is left alone
     * @param next null when that was all
     */
    void readPast(Door shop, Cursor was, @Nullable Cursor next, Instant reached, int orders) {
        jdbc.sql("""
                        update shop_feed set history_orders = history_orders + :orders,
                            history_reached = greatest(history_reached, :reached),
                            history_since = coalesce(:since, history_since), history_page = coalesce(:page, history_page),
                            history_done_at = :done
                        where company_id = :company and integration_id = :shop and history_since = :was and history_page = :wasPage
                        """)
                .param("company", shop.company().value())
                .param("shop", shop.shop().value())
                .param("orders", orders)
                .param("reached", Times.sql(reached))
                .param("since", next == null ? null : Times.sql(next.since()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("page", next == null ? null : next.page(), java.sql.Types.VARCHAR)
                .param("done", next == null ? Times.sql(clock.instant()) : null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("was", Times.sql(was.since()))
                .param("wasPage", was.page())
                .update();
    }

    void due(Door shop, Instant at) {
        jdbc.sql("update shop_feed set due_at = ? where company_id = ? and integration_id = ?")
                .params(Times.sql(at), shop.company().value(), shop.shop().value())
                .update();
    }

    @Override
    public Optional<FeedHealth> health(CompanyId company, OrderIntegrationId shop) {
        Instant lastWebhook = webhooks.last(new Door(company, shop)).orElse(null);
        return jdbc.sql("select * from shop_feed where company_id = ? and integration_id = ?")
                .params(company.value(), shop.value())
                .query((row, index) -> health(row, lastWebhook))
                .optional();
    }

    private static FeedHealth health(ResultSet row, @Nullable Instant lastWebhook) throws SQLException {
        String state = row.getString("webhooks");
        return new FeedHealth(
                lastWebhook,
                state == null ? null : WebhookState.valueOf(state),
                Times.readOrNull(row, "webhooks_checked_at"),
                Times.readOrNull(row, "polled_at"),
                trouble(row),
                row.getObject("gap_from") == null
                        ? null
                        : new FeedHealth.Gap(Times.read(row, "gap_from"), Times.read(row, "gap_until")),
                Times.read(row, "book_from"),
                history(row));
    }

    private static FeedHealth.@Nullable Trouble trouble(ResultSet row) throws SQLException {
        String code = row.getString("problem");
        return code == null
                ? null
                : new FeedHealth.Trouble(
                        ShopUnavailable.Code.valueOf(code),
                        row.getString("problem_detail"),
                        row.getInt("failures"),
                        Times.read(row, "retry_at"));
    }

    private static FeedHealth.@Nullable History history(ResultSet row) throws SQLException {
        return row.getObject("history_from") == null
                ? null
                : new FeedHealth.History(
                        Times.read(row, "history_from"),
                        Times.read(row, "history_until"),
                        Times.read(row, "history_reached"),
                        row.getInt("history_orders"),
                        Times.readOrNull(row, "history_done_at"));
    }
}
