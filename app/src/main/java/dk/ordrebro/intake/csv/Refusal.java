package dk.ordrebro.intake.csv;

import java.util.List;

/**
 * An order of the file that was not taken in, or a row that belongs to no order we could tell. Nothing of it was stored.
 *
 * @param order its number; empty for a row whose order cannot be told, and for the file as a whole
 * @param rows its lines in the file, the header being 1; the first thousand
 * @param faults at least one; the first twenty
 */
public record Refusal(String order, List<Long> rows, List<Fault> faults) {

    public Refusal {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }
}
