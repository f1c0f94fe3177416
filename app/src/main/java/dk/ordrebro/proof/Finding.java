package dk.ordrebro.proof;

import dk.ordrebro.integration.OrderIntegrationId;
import java.time.LocalDate;
import java.util.List;

/**
 * Something the comparison found wrong.
 *
 * @param reference of the document or booking; the order number where there is no booking
 * @param facts what the sentence on screen is filled with
 */
public record Finding(LocalDate day, OrderIntegrationId shop, Kind kind, String reference, List<String> facts) {

    public Finding {
        facts = List.copyOf(facts);
    }

    /** What can be wrong. */
    public enum Kind {
        /** Handled, and no booking was ever made of it. */
        NOT_BOOKED,
        /** Settled with us, and not there. */
        INVOICE_MISSING,
        /** There under one of our references, and no booking knows it. Facts: id. */
        INVOICE_EXTRA,
        /** Two living documents under one reference. Facts: both ids. */
        INVOICE_TWICE,
        /** Gross differs. Facts: ours, theirs. */
        GROSS_DIFFERS,
        /** It was given another date. Facts: ours, theirs. */
        DATE_DIFFERS
    }
}
