package dk.ordrebro.order.list;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.order.OrderId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * The list of orders, latest purchase first, however many there are: every page is found by where its neighbour ends, and costs the same on
 * the first and on the last.
 */
@NamedInterface("list")
public interface OrderList {

    Page first(CompanyId company, OrderFilter filter, int size);

    /** What comes after a place. */
    Page older(CompanyId company, OrderFilter filter, Place after, int size);

    /** What comes before a place, as near to it as can be. */
    Page newer(CompanyId company, OrderFilter filter, Place before, int size);

    /** These orders, in the order in which they are named; one the company has not got is left out. */
    List<ListedOrder> of(CompanyId company, List<OrderId> orders);

    /** The countries orders were sent to, as the shops write them, in alphabetical order. */
    List<String> countries(CompanyId company);

    /**
     * A page of the list.
     *
     * @param older where an older page begins; null when there is none
     * @param newer where a newer page ends; null when there is none
     * @param tooBroad whether so much fits the search that not all of it was looked through
     */
    record Page(
            List<ListedOrder> orders,
            @Nullable Place older,
            @Nullable Place newer,
            boolean tooBroad) {

        public Page {
            orders = List.copyOf(orders);
        }
    }
}
