package dk.ordrebro.intake.woocommerce;

import dk.ordrebro.intake.ChangedOrders;
import dk.ordrebro.intake.Cursor;
import dk.ordrebro.intake.ShopOrder;
import dk.ordrebro.intake.http.ShopAnswer;
import dk.ordrebro.intake.http.ShopUnavailable;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.order.Raw;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what changed since a moment, oldest first. An order that changes while we read moves to the end and shifts all after it one place up, so
 * pages are never counted: after a page the question begins anew at its last second. Only where one second holds more than a page, it is read by
 * id from its last page to its first: whoever leaves it shifts the others towards pages that are still to come.
 */
final class Changes {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Api api;
    private final ShopConnection connection;

    Changes(Api api, ShopConnection connection) {
        this.api = api;
        this.connection = connection;
    }

    ChangedOrders since(Cursor cursor) {
        Mark mark = Mark.of(cursor);
        Instant from = mark.from().truncatedTo(ChronoUnit.SECONDS);
        ShopAnswer answer = mark.page() == 0
                ? ask(
                        mark.list(),
                        Map.of("page", 1, "order", "asc", "orderby", mark.list().orderBy()),
                        from,
                        null)
                : ask(
                        mark.list(),
                        Map.of("page", Math.max(1, mark.page()), "order", "asc", "orderby", "id"),
                        from,
                        from.plus(SECOND));
        if (mark.list() == Listing.REFUNDS && answer.status() == 404) {
            return new ChangedOrders(List.of(), following(mark, cursor));
        }
        List<Listed> all = Listed.of(mark.list(), answer);
        checkFiltered(all, from);
        Mark next = mark.page() == 0 ? afterPage(mark.at(from, 0), all) : within(mark.at(from, mark.page()), answer);
        return new ChangedOrders(
                all.stream().map(Listed::order).toList(),
                next != null ? next.cursor(cursor.since()) : following(mark, cursor));
    }

    private ShopAnswer ask(Listing list, Map<String, ?> paging, Instant from, @Nullable Instant before) {
        Map<String, Object> query = new HashMap<>(paging);
        query.putAll(list.filter());
        query.put("per_page", Api.PER_PAGE);
        query.put("dates_are_gmt", "true");
        // both bounds leave out their own second
        query.put(list.after(), written(from.minus(SECOND)));
        if (before != null) {
            query.put(list.before(), written(before));
        }
        return api.get(connection, list.path, query);
    }

    private static String written(Instant second) {
        return second.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "");
    }

    /** A shop too old to know the filter tells all its orders, for ever the same first page. */
    static void checkFiltered(List<Listed> all, Instant from) {
        if (all.stream().anyMatch(one -> one.at().isBefore(from.minus(SECOND)))) {
            throw Api.odd("the shop lists orders that did not change since " + from
                    + "; WooCommerce 5.8 is the oldest that can be asked");
        }
    }

    private static @Nullable Mark afterPage(Mark mark, List<Listed> all) {
        if (all.size() < Api.PER_PAGE) {
            return null;
        }
        Instant last = all.getLast().at();
        return last.isAfter(mark.from()) ? mark.at(last, 0) : mark.at(mark.from(), Mark.UNCOUNTED);
    }

    private static Mark within(Mark mark, ShopAnswer answer) {
        int page = mark.page() == Mark.UNCOUNTED ? pages(answer) : mark.page() - 1;
        return page == 0 ? mark.at(mark.from().plus(SECOND), 0) : mark.at(mark.from(), page);
    }

    private static int pages(ShopAnswer answer) {
        return answer.header("x-wp-totalpages")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElseThrow(() -> Api.odd("no X-WP-TotalPages"));
    }

    private static @Nullable Cursor following(Mark mark, Cursor cursor) {
        return switch (mark.list()) {
            case TRASH -> new Mark(Listing.REFUNDS, cursor.since(), 0).cursor(cursor.since());
            case REFUNDS -> new Mark(Listing.ORDERS, cursor.since(), 0).cursor(cursor.since());
            case ORDERS -> null;
        };
    }

    /**
     * An entry of a list.
     *
     * @param at when it changed
     */
    record Listed(Instant at, ShopOrder order) {

        static List<Listed> of(Listing list, ShopAnswer answer) {
            Api.json(answer);
            return Slices.of(answer.body()).stream()
                    .map(slice -> of(list, slice))
                    .flatMap(Optional::stream)
                    .toList();
        }

        /** Of a refund we only know which order it belongs to; of an order with refunds, only that they must be fetched. */
        private static Optional<Listed> of(Listing list, Raw slice) {
            var node = Json.read(slice.bytes()).orElseThrow();
            Optional<String> id = Json.id(node, list.order());
            Optional<Instant> at = Json.time(node, list.time());
            if (id.isEmpty() && list == Listing.REFUNDS) {
                return Optional.empty();
            }
            if (id.isEmpty() || at.isEmpty()) {
                throw new ShopUnavailable(ShopUnavailable.Code.ODD_ANSWER, "an order without id or " + list.time());
            }
            boolean whole = list.byChange && !Slices.hasRefunds(node);
            return Optional.of(new Listed(
                    at.get(), new ShopOrder(id.get(), at.get(), whole ? Slices.together(slice, Raw.of("[]")) : null)));
        }
    }
}
