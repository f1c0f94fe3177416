package dk.ordrebro.intake.round;

import dk.ordrebro.intake.ChangedOrders;
import dk.ordrebro.intake.Cursor;
import dk.ordrebro.intake.OrderSource;
import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.intake.ShopContext;
import dk.ordrebro.intake.ShopOrder;
import dk.ordrebro.intake.WebhookState;
import dk.ordrebro.intake.http.ShopUnavailable;
import dk.ordrebro.intake.round.Arrivals.Arrival;
import dk.ordrebro.intake.round.Rounds.RoundTools;
import dk.ordrebro.intake.round.TakingIn.Told;
import dk.ordrebro.order.Raw;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One go for one shop: live orders first, then what changed, then how the webhooks stand, and history when nothing else is due. */
final class Round {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);
    private static final int BATCH = 20;
    /** Two seconds, because shops count whole ones and a change may be committed a moment after its time. */
    private static final Duration LEAST_OVERLAP = Duration.ofSeconds(2);

    private final Door door;
    private final ShopContext shop;
    private final OrderSource source;
    private final RoundTools tools;

    Round(Door door, ShopContext shop, OrderSource source, RoundTools tools) {
        this.door = door;
        this.shop = shop;
        this.source = source;
        this.tools = tools;
    }

    /** Says when to come again. */
    Instant go() {
        Feed feed = feed();
        if (feed.retryAt().isAfter(now())) {
            return feed.retryAt();
        }
        try {
            while (step()) {
                // every step looks afresh at what is due, so that history never keeps a live order waiting
            }
            return next(feed());
        } catch (ShopUnavailable e) {
            return failed(e);
        }
    }

    private Instant failed(ShopUnavailable e) {
        int failures = feed().failures() + 1;
        Duration pause = e.after().orElseGet(() -> tools.patience().after(failures));
        Instant retry = now().plus(pause);
        LOG.warn("Order integration {}: {}; asked again at {}", door.shop(), e.getMessage(), retry);
        tools.feeds().failed(door, e, retry);
        return retry;
    }

    /** Does the most urgent thing; says whether there was one. */
    private boolean step() {
        tools.webhooks().take(door);
        List<Arrival> due = tools.arrivals().due(door, BATCH);
        Feed feed = feed();
        if (due.stream().anyMatch(Arrival::live)) {
            fetch(due.stream().filter(Arrival::live).toList(), feed);
        } else if (!feed.pollDueAt().isAfter(now())) {
            poll(feed);
        } else if (!feed.webhooksDueAt().isAfter(now())) {
            lookAtWebhooks();
        } else if (!due.isEmpty()) {
            fetch(due, feed);
        } else if (feed.past() != null) {
            readPast(feed.past(), feed);
        } else {
            return false;
        }
        return true;
    }

    private Instant next(Feed feed) {
        return Stream.of(
                        Optional.of(feed.pollDueAt()),
                        Optional.of(feed.webhooksDueAt()),
                        tools.arrivals().nextDue(door))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** One after another: no call is made inside a transaction, and what was taken in is struck off at once. */
    private void fetch(List<Arrival> due, Feed feed) {
        for (Arrival arrival : due) {
            Optional<Raw> raw;
            try {
                raw = source.fetch(shop.connection(), arrival.shopOrderId());
            } catch (ShopUnavailable e) {
                fetchFailed(arrival, e);
                continue;
            }
            raw.ifPresentOrElse(
                    told -> take(List.of(new Told(arrival.shopOrderId(), told)), feed),
                    () -> LOG.info("Order integration {}: order {} is not there", door.shop(), arrival.shopOrderId()));
            tools.arrivals().done(door, arrival);
        }
    }

    /** A shop that cannot be asked at all stops the round; one that stumbles over a single order does not hold up the others. */
    private void fetchFailed(Arrival arrival, ShopUnavailable e) {
        int failures = arrival.attempts() + 1;
        boolean thisOneOnly = e.code() == ShopUnavailable.Code.BROKEN || e.code() == ShopUnavailable.Code.ODD_ANSWER;
        if (!thisOneOnly) {
            throw e;
        }
        LOG.warn("Order integration {}: order {}: {}", door.shop(), arrival.shopOrderId(), e.getMessage());
        if (tools.patience().isExhausted(failures)) {
            tools.held()
                    .hold(
                            door,
                            arrival.shopOrderId(),
                            Raw.of(e.detail()),
                            List.of(Reason.of(ReasonKind.NOT_FETCHED, e.detail())));
            tools.arrivals().done(door, arrival);
        } else {
            tools.arrivals()
                    .postpone(
                            door,
                            arrival,
                            now().plus(e.after()
                                    .orElseGet(() -> tools.patience().after(failures))));
        }
    }

    private void poll(Feed feed) {
        ChangedOrders changed = changed(feed);
        keep(changed.orders(), feed, true);
        Instant readUntil = latest(changed.orders(), feed.readUntil());
        Cursor next = changed.next();
        tools.feeds().readOn(door, next != null ? next : Cursor.from(behind(readUntil, feed)), readUntil);
        if (next == null) {
            tools.feeds().caughtUp(door, now().plus(tools.limits().pollEvery()));
        }
    }

    /** A mark within the pages that the shop does not know any more is given up, and the question begins anew. */
    private ChangedOrders changed(Feed feed) {
        try {
            return ask(feed.cursor());
        } catch (ShopUnavailable e) {
            if (e.code() == ShopUnavailable.Code.ODD_ANSWER
                    && !feed.cursor().page().isEmpty()) {
                tools.feeds().readAgain(door, feed.cursor().since());
            }
            throw e;
        }
    }

    /**
     * Where the next question begins: as far behind the newest change as the overlap says, less the time we have seen nothing newer, so that a
     * quiet shop does not tell the same orders for ever.
     */
    private Instant behind(Instant readUntil, Feed feed) {
        Instant movedAt = readUntil.isAfter(feed.readUntil()) ? now() : feed.readUntilMovedAt();
        Duration overlap = tools.limits().overlap().minus(Duration.between(movedAt, now()));
        return readUntil.minus(overlap.compareTo(LEAST_OVERLAP) < 0 ? LEAST_OVERLAP : overlap);
    }

    private void readPast(Feed.Past past, Feed feed) {
        ChangedOrders page = ask(past.cursor());
        keep(page.orders(), feed, false);
        Cursor next = page.next();
        boolean allOlderRead = next != null && next.since().isAfter(past.until());
        tools.feeds()
                .readPast(
                        door,
                        past.cursor(),
                        allOlderRead ? null : next,
                        latest(page.orders(), past.cursor().since()),
                        page.orders().size());
    }

    /** A shop that shows the same page for ever must not keep us for ever. */
    private ChangedOrders ask(Cursor cursor) {
        ChangedOrders page = source.changedSince(shop.connection(), cursor);
        if (cursor.equals(page.next())) {
            throw new ShopUnavailable(
                    ShopUnavailable.Code.ODD_ANSWER, "the shop shows the same page of orders again: " + cursor);
        }
        return page;
    }

    private void keep(List<ShopOrder> orders, Feed feed, boolean live) {
        take(
                orders.stream()
                        .filter(order -> order.raw() != null)
                        .map(order -> new Told(order.id(), Objects.requireNonNull(order.raw())))
                        .toList(),
                feed);
        List<ShopOrder> notWhole =
                orders.stream().filter(order -> order.raw() == null).toList();
        List<String> toFetch = live && !notWhole.isEmpty()
                ? tools.arrivals().unheard(door, notWhole)
                : notWhole.stream().map(ShopOrder::id).toList();
        if (!toFetch.isEmpty()) {
            tools.arrivals().add(door, toFetch, live);
        }
    }

    private void take(List<Told> told, Feed feed) {
        tools.takingIn().take(shop, source, told, feed.bookFrom());
    }

    /** The newest change, whatever one order with a date in a far future says: it would hide all that comes after. */
    private Instant latest(List<ShopOrder> orders, Instant atLeast) {
        Instant believable = now().plus(JdbcFeeds.CLOCKS_APART);
        return Stream.concat(
                        Stream.of(atLeast),
                        orders.stream().map(ShopOrder::changedAt).filter(at -> !at.isAfter(believable)))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Makes webhooks that are missing, and switches on again what the shop switched off. */
    private void lookAtWebhooks() {
        Instant again = now().plus(tools.limits().checkWebhooksEvery());
        Optional<URI> ours = tools.feeds().door(door.company(), door.shop());
        if (ours.isEmpty()) {
            tools.feeds().sawWebhooks(door, null, again);
            return;
        }
        try {
            WebhookState state = source.webhooks(shop.connection(), ours.get());
            if (state == WebhookState.MISSING || state == WebhookState.OFF) {
                LOG.warn("Order integration {}: webhooks are {}; made again", door.shop(), state);
                source.registerWebhooks(shop.connection(), ours.get());
                state = source.webhooks(shop.connection(), ours.get());
            }
            tools.feeds().sawWebhooks(door, state, again);
        } catch (ShopUnavailable e) {
            if (e.code() != ShopUnavailable.Code.KEY_REFUSED) {
                throw e;
            }
            // a key that may read orders but not make webhooks is no reason to stop reading
            LOG.warn("Order integration {}: webhooks cannot be made: {}", door.shop(), e.getMessage());
            tools.feeds().sawWebhooks(door, WebhookState.MISSING, again);
        }
    }

    private Feed feed() {
        return tools.feeds().find(door).orElseThrow(() -> new IllegalStateException("No feed of " + door.shop()));
    }

    private Instant now() {
        return tools.clock().instant();
    }
}
