package dk.ordrebro.intake.csv;

import dk.ordrebro.intake.csv.ItemReader.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first reading of a file: nothing is stored before it is known of every order where it ends and whether a row of it is broken.
 *
 * @param rows how many there are
 */
record Survey(OrderEnds ends, long rows) {

    static Survey of(Path file, CsvLayout layout, Progress progress) throws IOException, UnreadableFile {
        Walk walk = new Walk();
        try (Source source = Source.open(file, layout)) {
            for (Optional<Reading> row = source.next(); row.isPresent(); row = source.next()) {
                walk.step(row.get());
                if (walk.ends.size() > OrderEnds.MAX_ORDERS) {
                    throw new UnreadableFile(
                            Fault.of(row.get().row(), Fault.Code.TOO_MANY_ORDERS, OrderEnds.MAX_ORDERS));
                }
                if (walk.rows % CsvImport.ROWS_BETWEEN_NEWS == 0) {
                    progress.at(Progress.Phase.CHECKING, walk.rows, 0);
                }
            }
        }
        return new Survey(walk.ends, walk.rows);
    }

    /** Where a row's order cannot be told, the orders before and behind it are refused: one of them may lack a line. */
    private static final class Walk {

        private final OrderEnds ends = new OrderEnds();
        private long rows;
        private @Nullable String before;
        private boolean suspectNext;

        void step(Reading row) {
            rows++;
            switch (row) {
                case Reading.Good(var item) -> named(item.order(), row.row());
                case Reading.Bad bad -> bad(bad);
            }
        }

        private void bad(Reading.Bad bad) {
            bad.suspects().orders().forEach(ends::refuse);
            if (bad.suspects().certain()) {
                named(bad.suspects().orders().getFirst(), bad.row());
                return;
            }
            if (before != null) {
                ends.refuse(before);
            }
            suspectNext = true;
        }

        private void named(String order, long row) {
            ends.see(order, row);
            if (suspectNext) {
                ends.refuse(order);
                suspectNext = false;
            }
            before = order;
        }
    }
}
