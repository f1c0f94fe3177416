package dk.ordrebro.accounting.billy.wire;

import dk.ordrebro.accounting.billy.answer.BillyAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks through a list of any length, page by page, holding one page at a time. Driven by page numbers; Billy's own links are not followed. */
public final class BillyPages {

    public static final int LARGEST = 1000;

    private final BillyReader reader;

    public BillyPages(BillyReader reader) {
        this.reader = reader;
    }

    /** Where the rows of a kind stand in an answer. */
    public record Rows<T>(String name, Function<BillyAnswer, @Nullable List<T>> in) {

        public List<T> of(BillyAnswer answer) {
            return BillyAnswer.rows(in.apply(answer), name);
        }
    }

    public <T> List<T> all(BillyRequest list, Rows<T> rows) {
        var all = new ArrayList<T>();
        each(list, rows, all::add);
        return all;
    }

    public <T> void each(BillyRequest list, Rows<T> rows, Consumer<T> each) {
        var _ = walk(list, rows, LARGEST, Integer.MAX_VALUE, row -> {
            each.accept(row);
            return false;
        });
    }

    /** The first row that fits within so many pages. */
    public <T> Optional<T> first(BillyRequest list, Rows<T> rows, int pageSize, int mostPages, Predicate<T> fits) {
        return walk(list, rows, pageSize, mostPages, fits);
    }

    private <T> Optional<T> walk(BillyRequest list, Rows<T> rows, int pageSize, int mostPages, Predicate<T> stop) {
        long before = 0;
        for (int page = 1; page <= mostPages; page++) {
            BillyAnswer answer =
                    reader.get(list.with("page", Integer.toString(page)).with("pageSize", Integer.toString(pageSize)));
            List<T> found = rows.of(answer);
            long total = checked(answer, rows.name(), page, found.size(), pageSize);
            if (total < before) {
                throw BillyAnswer.odd("the list of " + rows.name() + " shrank while it was read");
            }
            before = total;
            Optional<T> hit = found.stream().filter(stop).findFirst();
            if (hit.isPresent() || isLast(answer, page)) {
                return hit;
            }
        }
        return Optional.empty();
    }

    /** The length Billy gives the list; a page that is not the one asked for would let us walk in a ring or skip rows. */
    private static long checked(BillyAnswer answer, String name, int page, int rows, int pageSize) {
        BillyAnswer.Paging paging = answer.paging();
        if (paging == null || paging.pageCount() == null) {
            if (page > 1 || rows >= pageSize) {
                throw BillyAnswer.odd("a full page of " + name + " that does not say how many there are");
            }
            return rows;
        }
        if (paging.page() != null && paging.page() != page) {
            throw BillyAnswer.odd("page " + paging.page() + " of " + name + " instead of " + page);
        }
        return paging.total() == null ? 0 : paging.total();
    }

    private static boolean isLast(BillyAnswer answer, int page) {
        BillyAnswer.Paging paging = answer.paging();
        return paging == null || paging.pageCount() == null || page >= paging.pageCount();
    }
}
