package dk.ordrebro.intake.shipmondo;

import dk.ordrebro.intake.ChangedOrders;
import dk.ordrebro.intake.Cursor;
import dk.ordrebro.intake.ShopOrder;
import dk.ordrebro.intake.http.ShopAnswer;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.order.Raw;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the list of changed orders, 25 at a time. In which order it comes is not documented, and an order that changes while we turn pages
 * moves. So the window is closed at both ends, by Shipmondo's own clock, and its pages are read from the last to the first: an order can then only
 * leave the window, which moves others towards pages that are still to be read. What left it changed later and is in the next window.
 */
final class ShipmondoPages {

    private static final int PER_PAGE = 25;

    private final ShipmondoCalls calls;

    ShipmondoPages(ShipmondoCalls calls) {
        this.calls = calls;
    }

    /**
     * Where we are in a window.
     *
     * @param until the window's end; null while it is open
     */
    private record Mark(int page, @Nullable Instant until) {

        static Mark parse(String text) {
            if (text.isEmpty()) {
                return new Mark(1, null);
            }
            int at = text.indexOf('@');
            return new Mark(Integer.parseInt(text.substring(0, at)), Instant.parse(text.substring(at + 1)));
        }

        @Override
        public String toString() {
            return page + "@" + until;
        }
    }

    ChangedOrders read(ShopConnection shop, Cursor cursor) {
        Mark mark = Mark.parse(cursor.page());
        ShopAnswer answer = calls.get(shop, "/sales_orders", query(cursor.since(), mark));
        List<ShopOrder> orders = orders(ShipmondoCalls.list(answer));
        return new ChangedOrders(
                orders,
                next(answer, mark)
                        .map(next -> new Cursor(cursor.since(), next.toString()))
                        .orElse(null));
    }

    private static Map<String, String> query(Instant since, Mark mark) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("updated_at_min", since.toString());
        if (mark.until != null) {
            query.put("updated_at_max", mark.until.toString());
        }
        query.put("per_page", Integer.toString(PER_PAGE));
        query.put("page", Integer.toString(mark.page));
        return query;
    }

    private static Optional<Mark> next(ShopAnswer answer, Mark mark) {
        if (mark.until != null) {
            return mark.page > 1 ? Optional.of(new Mark(mark.page - 1, mark.until)) : Optional.empty();
        }
        int pages = pages(answer);
        return pages > 1 ? Optional.of(new Mark(pages, clock(answer))) : Optional.empty();
    }

    private static int pages(ShopAnswer answer) {
        String told = answer.header("X-Total-Pages").orElse("");
        if (!told.matches("[0-9]{1,7}")) {
            throw ShipmondoCalls.odd(answer, "no number of pages");
        }
        return Integer.parseInt(told);
    }

    private static Instant clock(ShopAnswer answer) {
        try {
            return ZonedDateTime.parse(answer.header("Date").orElse(""), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException _) {
            throw ShipmondoCalls.odd(answer, "no date");
        }
    }

    private static List<ShopOrder> orders(JsonNode list) {
        List<ShopOrder> orders = new ArrayList<>();
        for (JsonNode node : list) {
            Told order = new Told(node);
            boolean whole = order.has("order_lines") && order.has("order_fulfillments") && order.has("payment_details");
            orders.add(new ShopOrder(
                    order.requiredText("id"),
                    order.time("updated_at", "created_at"),
                    whole ? Raw.of(Told.MAPPER.writeValueAsString(node)) : null));
        }
        return orders;
    }
}
