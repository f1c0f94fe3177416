package dk.ordrebro.intake.csv;

import dk.ordrebro.order.Order;
import java.util.List;

/**
 * What a file would become, without storing anything.
 *
 * @param rows that are no header and not empty
 * @param orders that would be taken in
 * @param cancellations of them, that take back earlier lines
 * @param refusedOrders that would not
 * @param first the first of the orders
 * @param refusals the first of them, with reasons
 * @param sums of the orders, for each currency: what a person compares with the shop's own report
 */
public record CsvCheck(
        long rows,
        long orders,
        long cancellations,
        long refusedOrders,
        List<Order> first,
        List<Refusal> refusals,
        List<CsvSum> sums) {

    public CsvCheck {
        first = List.copyOf(first);
        refusals = List.copyOf(refusals);
        sums = List.copyOf(sums);
    }
}
