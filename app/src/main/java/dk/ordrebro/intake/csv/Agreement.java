package dk.ordrebro.intake.csv;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the rows of an order say together of who bought and of the whole order's money: what one row leaves out another may say. */
final class Agreement {

    private Agreement() {}

    /** Whether a row says nothing else than the rows before it. */
    static boolean between(List<Item> items, Item row) {
        List<String> said = head(items).parts();
        List<String> parts = row.head().parts();
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).isEmpty() && !parts.get(i).equals(said.get(i))) {
                return false;
            }
        }
        return same(items, row, Item.Sums::freight)
                && same(items, row, Item.Sums::discount)
                && same(items, row, Item.Sums::tax)
                && same(items, row, Item.Sums::total);
    }

    private static boolean same(List<Item> items, Item row, Function<Item.Sums, @Nullable BigDecimal> which) {
        BigDecimal told = which.apply(row.sums());
        return told == null
                || first(items, which)
                        .filter(known -> known.compareTo(told) == 0)
                        .isPresent();
    }

    /** Each part as the first row says it that says it at all. */
    static Item.Head head(List<Item> items) {
        List<String> said = new ArrayList<>(items.getFirst().head().parts());
        for (Item item : items) {
            List<String> parts = item.head().parts();
            for (int i = 0; i < parts.size(); i++) {
                if (said.get(i).isEmpty()) {
                    said.set(i, parts.get(i));
                }
            }
        }
        return Item.Head.of(said);
    }

    static Optional<BigDecimal> first(List<Item> items, Function<Item.Sums, @Nullable BigDecimal> which) {
        return items.stream()
                .map(item -> Optional.ofNullable(which.apply(item.sums())))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
