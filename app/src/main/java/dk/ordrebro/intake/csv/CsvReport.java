package dk.ordrebro.intake.csv;

import java.util.List;

/**
 * What an import did. {@code orders} = {@code added} + {@code changed} + {@code unchanged} + {@code matchedCancellations} + {@code refusedOrders}.
 *
 * @param file its name
 * @param rows rows of the file that are no header and not empty
 * @param orders orders and cancellations in the file
 * @param lines order lines taken in
 * @param added orders stored for the first time
 * @param changed orders stored as a new revision
 * @param unchanged orders that said nothing new
 * @param fulfillments deliveries made by this run
 * @param cancellations documents that take back earlier lines
 * @param matchedCancellations those of them whose originals were found: they are returns, not orders of their own
 * @param returns returns made by this run; a cancellation of lines from two orders makes two
 * @param refusedOrders orders not taken in
 * @param refusedRows rows not taken in
 * @param refusals the first thousand, with reasons
 * @param readable false when the file as a whole was refused and nothing was done
 */
public record CsvReport(
        String file,
        long rows,
        long orders,
        long lines,
        long added,
        long changed,
        long unchanged,
        long fulfillments,
        long cancellations,
        long matchedCancellations,
        long returns,
        long refusedOrders,
        long refusedRows,
        List<Refusal> refusals,
        boolean readable) {

    public CsvReport {
        refusals = List.copyOf(refusals);
    }
}
