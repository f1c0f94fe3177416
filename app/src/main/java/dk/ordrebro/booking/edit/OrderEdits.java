package dk.ordrebro.booking.edit;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.order.OrderId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Orders changed after booking: what is asked, and the answers. */
public interface OrderEdits {

    /**
     * What nobody has answered yet, newest first.
     *
     * @param before show what comes after this one in the list; empty for the first page
     */
    List<OrderEdit> open(CompanyId company, Optional<UUID> before, int size);

    int countOpen(CompanyId company);

    /** What was booked of all of them, by currency. */
    Map<String, BigDecimal> worth(CompanyId company);

    /** What nobody has answered yet of documents booked between two days, both included. */
    List<OrderEdit> openBetween(CompanyId company, LocalDate from, LocalDate through);

    /** All that was ever asked of an order, newest first. */
    List<OrderEdit> of(CompanyId company, OrderId order);

    Optional<OrderEdit> find(CompanyId company, UUID id);

    /**
     * Takes back the documents that no longer fit and makes them anew of what the order says now; where something only came to the order, it is
     * handled as well. A document that is still a draft keeps its day, since nothing was booked; the others are corrected with the day of today.
     *
     * @return false when somebody has answered already or nothing is asked any more
     */
    boolean makeRight(CompanyId company, UUID id, String why, String who);

    /**
     * Leaves what was booked as it is. It is asked again only if the shop changes the order once more.
     *
     * @param why what the person wrote, not blank
     * @return false when somebody has answered already or nothing is asked any more
     */
    boolean leave(CompanyId company, UUID id, String why, String who);
}
