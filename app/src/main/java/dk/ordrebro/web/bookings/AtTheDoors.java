package dk.ordrebro.web.bookings;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.booking.edit.OrderEdit;
import dk.ordrebro.booking.edit.OrderEdits;
import dk.ordrebro.intake.refund.OpenRefund;
import dk.ordrebro.intake.refund.OpenRefunds;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What waits for a person after booking: orders changed since, money paid back. */
@Component
class AtTheDoors {

    private static final int SHOWN = 10;

    private final OrderEdits edits;
    private final OpenRefunds refunds;

    AtTheDoors(OrderEdits edits, OpenRefunds refunds) {
        this.edits = edits;
        this.refunds = refunds;
    }

    /** The newest of each, and how many there are. */
    record Waiting(List<OrderEdit> edits, int editCount, List<OpenRefund> refunds, int refundCount) {

        public boolean nothing() {
            return editCount + refundCount == 0;
        }
    }

    Waiting of(CompanyId company) {
        return new Waiting(
                edits.open(company, Optional.empty(), SHOWN),
                edits.countOpen(company),
                refunds.open(company, Optional.empty(), SHOWN),
                refunds.countOpen(company));
    }
}
