package dk.ordrebro.intake.woocommerce;

import dk.ordrebro.intake.Cursor;
import java.time.Instant;
import java.util.Locale;

/**
 * How far a question has come; kept in {@link Cursor#page()} as {@code list/seconds/page}.
 *
 * @param from changes in this second and later are still to be read
 * @param page 0: read on from {@code from}. Above: pages 1 to this of that one second are still to be read, this one first.
 *     {@link #UNCOUNTED}: that second has more than a page, and nobody has counted how many
 */
record Mark(Listing list, Instant from, int page) {

    static final int UNCOUNTED = -1;

    static Mark of(Cursor cursor) {
        if (cursor.page().isEmpty()) {
            return new Mark(Listing.TRASH, cursor.since(), 0);
        }
        String[] parts = cursor.page().split("/", -1);
        return new Mark(
                Listing.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                Instant.ofEpochSecond(Long.parseLong(parts[1])),
                Integer.parseInt(parts[2]));
    }

    /** The orders themselves move the cursor on; the other lists are read within its moment. */
    Cursor cursor(Instant since) {
        String text = list.name().toLowerCase(Locale.ROOT) + "/" + from.getEpochSecond() + "/" + page;
        return new Cursor(list == Listing.ORDERS ? from : since, text);
    }

    Mark at(Instant second, int nextPage) {
        return new Mark(list, second, nextPage);
    }
}
