package dk.ordrebro.proof;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * From the shop's own total of a period to what was invoiced in it: the shop counts orders by the day they were placed, the books count documents
 * by their date. Every row is signed; together they make {@link #invoiced()} exactly, in every currency.
 *
 * @param shopTotal orders placed in the period, with VAT as the shop tells them now
 * @param rows why the other total is another one
 * @param invoiced documents of the period, drafts and approved ones, as booked
 */
public record Bridge(LocalDate from, LocalDate through, Figures shopTotal, Map<Row, Figures> rows, Figures invoiced) {

    public Bridge {
        rows = Map.copyOf(rows);
    }

    /** Why the shop's total is not what was invoiced; in the order in which they are read. */
    public enum Row {
        UNHANDLED,
        EDITED,
        UNDERWAY,
        HELD,
        BEFORE_START,
        SKIPPED,
        /** Undone before it stood for good; nothing, once its undo is there too. */
        TAKEN_BACK,
        /** The document was voided or deleted in the books. */
        GONE,
        /** Sent back by customers: credit notes of the period for orders placed in it. */
        RETURNED,
        /** Placed in the period, document of another. */
        OTHER_PERIOD,
        /** Placed in another period, document of this one. */
        OTHER_ORDERS,
        /** The document's amount is not the order's. */
        ROUNDING
    }

    public Figures row(Row row) {
        return rows.getOrDefault(row, Figures.NONE);
    }

    /** Those there is something to say of. */
    public List<Row> present() {
        return List.of(Row.values()).stream()
                .filter(row -> (row(row).n() > 0 && row != Row.TAKEN_BACK)
                        || !row(row).amounts().isZero())
                .toList();
    }

    /** What no row explains: nothing, by the way it is made. */
    public Amounts unexplained() {
        Amounts explained = rows.values().stream().map(Figures::amounts).reduce(shopTotal.amounts(), Amounts::plus);
        return invoiced.amounts().minus(explained).present();
    }

    /** A sum in the row it belongs to; sums of other rows are not touched. */
    static Bridge of(LocalDate from, LocalDate through, List<Cell> cells) {
        Figures total = Figures.NONE;
        Figures invoiced = Figures.NONE;
        Map<Row, Figures> rows = new EnumMap<>(Row.class);
        for (Cell cell : cells) {
            if (cell.place == Place.RECEIVED) {
                total = total.plus(cell.delivered());
                continue;
            }
            if (cell.place.isDocument() && cell.inside) {
                invoiced = invoiced.plus(cell.amount());
            }
            cell.explains().forEach((row, figures) -> rows.merge(row, figures, Figures::plus));
        }
        return new Bridge(from, through, total, rows, invoiced);
    }

    /**
     * Sums that stand in the same place.
     *
     * @param placed whether the orders were placed in the period
     * @param inside whether the documents are of the period
     */
    record Cell(
            Place place,
            Part part,
            boolean placed,
            boolean inside,
            long n,
            long unknown,
            Amounts deliveredSum,
            Amounts amountSum) {

        Figures delivered() {
            return new Figures(n, unknown, deliveredSum);
        }

        Figures amount() {
            return new Figures(n, unknown, amountSum);
        }

        Map<Row, Figures> explains() {
            Figures less = new Figures(n, unknown, deliveredSum.negated());
            return switch (place) {
                case RECEIVED -> Map.of();
                case UNHANDLED -> Map.of(Row.UNHANDLED, less);
                case EDITED -> Map.of(Row.EDITED, less);
                case UNDERWAY -> waits(Row.UNDERWAY, less);
                case HELD -> waits(Row.HELD, less);
                case BEFORE_START -> waits(Row.BEFORE_START, less);
                case SKIPPED -> waits(Row.SKIPPED, less);
                case TAKEN_BACK -> waits(Row.TAKEN_BACK, less);
                case GONE -> waits(Row.GONE, less);
                case DRAFT, APPROVED -> document(less);
            };
        }

        /** A return that is not booked is in neither total. */
        private Map<Row, Figures> waits(Row row, Figures less) {
            return placed && part != Part.RETURN ? Map.of(row, less) : Map.of();
        }

        private Map<Row, Figures> document(Figures less) {
            if (!placed) {
                return inside ? Map.of(Row.OTHER_ORDERS, amount()) : Map.of();
            }
            if (part == Part.RETURN) {
                return inside ? Map.of(Row.RETURNED, amount()) : Map.of();
            }
            if (!inside) {
                return Map.of(Row.OTHER_PERIOD, less);
            }
            Amounts apart = amountSum.minus(deliveredSum).present();
            return apart.isZero() ? Map.of() : Map.of(Row.ROUNDING, new Figures(0, 0, apart));
        }
    }
}
