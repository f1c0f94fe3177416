package dk.ordrebro.question;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.order.OrderId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The answers of every order. Nothing here is ever changed or deleted: an answer that no longer counts is withdrawn, and both are kept.
 * Giving one starts nothing by itself; {@code Bookings.answer} does both.
 */
public interface Answers {

    /** An answer about to be given: to this order, which asked this. */
    record Told(OrderId order, Reason question, Answer answer) {}

    /**
     * Keeps answers, all of them or none. A later answer of the same kind to the same order stands in the place of an earlier one where
     * both cannot be true; both are kept.
     *
     * @param who gives them
     * @param why in their own words; may be empty
     * @throws IllegalArgumentException when a question does not have that kind of answer
     */
    List<AnswerId> give(CompanyId company, List<Told> told, String who, String why);

    /** Withdraws an answer that stands; one that does not is left alone. */
    void withdraw(CompanyId company, OrderId order, AnswerId answer, String who, String why);

    /** All that were ever given to an order, oldest first, withdrawn ones too. */
    List<Given> of(CompanyId company, OrderId order);

    /** Those that stand, oldest first; orders without any are left out. */
    Map<OrderId, List<Given>> standing(CompanyId company, Collection<OrderId> orders);
}
