package dk.ordrebro.billysimulator.api;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list. */
record Page(int number, int size, long total, List<Row> rows) {

    /** Which page is wanted. */
    record Wanted(int number, int size) {
        private static final int LARGEST = 1000;

        @Behaviour(
                value = "page counts from 1; pageSize is 1000 by default and at most",
                known = Known.DOCUMENTED,
                where = "3")
        @Behaviour(
                value = "A page or pageSize that is no number above 0 counts as left out",
                known = Known.GUESSED,
                where = "3")
        static Wanted of(Query query) {
            int size = Math.min(positive(query.get("pageSize"), LARGEST), LARGEST);
            return new Wanted(positive(query.get("page"), 1), size);
        }

        private static int positive(@Nullable String text, int otherwise) {
            boolean number = text != null && text.matches("\\d{1,9}") && Integer.parseInt(text) > 0;
            return number ? Integer.parseInt(text) : otherwise;
        }

        long skip() {
            return (long) (number - 1) * size;
        }
    }

    @Behaviour(value = "An empty list has 0 pages", known = Known.GUESSED, where = "3")
    long pageCount() {
        return (total + size - 1) / size;
    }
}
