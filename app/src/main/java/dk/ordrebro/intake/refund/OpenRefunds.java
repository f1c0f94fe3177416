package dk.ordrebro.intake.refund;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.order.NotHandleable;
import dk.ordrebro.order.OrderId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Money paid back without pieces: what is asked, and the answers. */
public interface OpenRefunds {

    /**
     * What nobody has answered yet, newest first.
     *
     * @param before show what comes after this one in the list; empty for the first page
     */
    List<OpenRefund> open(CompanyId company, Optional<UUID> before, int size);

    int countOpen(CompanyId company);

    /** What all of them were paid back, by currency. */
    Map<String, BigDecimal> worth(CompanyId company);

    /** What nobody has answered yet of money paid back from one moment until before another, newest first. */
    List<OpenRefund> openBetween(CompanyId company, Instant from, Instant until);

    /** All that was ever asked of an order, newest first. */
    List<OpenRefund> of(CompanyId company, OrderId order);

    Optional<OpenRefund> find(CompanyId company, UUID id);

    /**
     * Keeps the answer and makes the return that its credit note is made of, dated when the money was paid back.
     *
     * @param why may be empty, but not for {@link RefundAnswer.Nothing}
     * @return false when somebody has answered already
     * @throws NotHandleable when nothing was delivered that the money can be for
     */
    boolean answer(CompanyId company, UUID id, RefundAnswer answer, String why, String who);
}
