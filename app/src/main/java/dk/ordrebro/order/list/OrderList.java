package dk.ordrebro.order.list;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.order.OrderId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * The list of orders, however many there are: every page is found by where its neighbour ends, and costs the same on the first and on the
 * last, in every sort.
 */
@NamedInterface("list")
public interface OrderList {

    default Page first(CompanyId company, OrderFilter filter, int size) {
        return first(company, filter, OrderSort.LATEST, size);
    }

    default Page older(CompanyId company, OrderFilter filter, Place after, int size) {
        return after(company, filter, OrderSort.LATEST, after, size);
    }

    default Page newer(CompanyId company, OrderFilter filter, Place before, int size) {
        return before(company, filter, OrderSort.LATEST, before, size);
    }

    Page first(CompanyId company, OrderFilter filter, OrderSort sort, int size);

    /** What comes after a place. */
    Page after(CompanyId company, OrderFilter filter, OrderSort sort, Place after, int size);

    /** What comes before a place, as near to it as can be. */
    Page before(CompanyId company, OrderFilter filter, OrderSort sort, Place before, int size);

    /** The order right after a place or right before it; null where there is none near. */
    @Nullable
    OrderId neighbour(CompanyId company, OrderFilter filter, OrderSort sort, Place of, boolean before);

    /** These orders, in the order in which they are named; one the company has not got is left out. */
    List<ListedOrder> of(CompanyId company, List<OrderId> orders);

    /** The place of an order in a list that is sorted so; null when the company has no such order. */
    @Nullable
    Place place(CompanyId company, OrderId order, OrderSort sort);

    /** The countries orders were sent to, as the shops write them, in alphabetical order. */
    List<String> countries(CompanyId company);

    /** How orders were paid, as the shops write it, in alphabetical order; what was not told is left out. */
    List<String> payments(CompanyId company);

    /** The currencies of orders other than kroner, in alphabetical order. */
    List<String> foreignCurrencies(CompanyId company);

    /**
     * A page of the list.
     *
     * @param older where the next page begins; null when there is none
     * @param newer where the page before ends; null when there is none
     * @param tooBroad whether so much fits the search that not all of it was looked through
     * @param partial whether so little fits the filter that only a part was looked through up to {@code older}, and more may follow there
     */
    record Page(
            List<ListedOrder> orders,
            @Nullable Place older,
            @Nullable Place newer,
            boolean tooBroad,
            boolean partial) {

        public Page {
            orders = List.copyOf(orders);
        }

        public Page(List<ListedOrder> orders, @Nullable Place older, @Nullable Place newer, boolean tooBroad) {
            this(orders, older, newer, tooBroad, false);
        }
    }
}
