package dk.ordrebro.intake.vendure;

import dk.ordrebro.intake.Cursor;
import dk.ordrebro.intake.ShopOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where reading goes on: everything that changed after a moment, save the orders already seen. Naming those instead of counting them keeps a
 * page whole when an order changes meanwhile and moves to the end, and when many have the same time.
 *
 * @param since exclusive, as Vendure's filter is
 */
record Mark(Instant since, Set<String> seen) {

    /** Databases below Vendure keep times to the second or finer; asking a second behind is right for all of them. */
    private static final Duration SECOND = Duration.ofSeconds(1);

    static Mark of(Cursor cursor) {
        if (cursor.page().isEmpty()) {
            return new Mark(cursor.since().minus(SECOND), Set.of());
        }
        List<String> parts = List.of(cursor.page().split(" "));
        return new Mark(Instant.parse(parts.getFirst()), Set.copyOf(parts.subList(1, parts.size())));
    }

    /** After a page of orders, oldest change first. */
    Mark after(List<ShopOrder> page) {
        Instant next = page.getLast().changedAt().minus(SECOND);
        Set<String> known = new LinkedHashSet<>(next.isAfter(since) ? Set.of() : seen);
        page.stream()
                .filter(order -> order.changedAt().isAfter(next))
                .map(ShopOrder::id)
                .forEach(known::add);
        return new Mark(next.isAfter(since) ? next : since, known);
    }

    Cursor cursor(Instant from) {
        Collection<String> parts = new ArrayList<>(List.of(since.toString()));
        parts.addAll(seen);
        return new Cursor(from, String.join(" ", parts));
    }
}
