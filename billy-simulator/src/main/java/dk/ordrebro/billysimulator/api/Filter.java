package dk.ordrebro.billysimulator.api;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Row;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One condition on a list.
 *
 * @param indexed a key with an index that finds the matching records, or null when the list has to be walked
 * @param key the value to find there
 */
record Filter(
        Predicate<Row> matches,
        @Nullable Field<?> indexed,
        @Nullable Object key) {

    static Filter by(Predicate<Row> matches) {
        return new Filter(matches, null, null);
    }
}
