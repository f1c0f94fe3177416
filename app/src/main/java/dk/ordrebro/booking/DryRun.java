package dk.ordrebro.booking;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.enrichment.Enrichment;
import dk.ordrebro.enrichment.rule.Rulebook;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.order.Order;
import dk.ordrebro.question.Reason;
import java.util.List;

/** The explained dry run (preview): what a booking would send and why. The same code path as the real thing; nothing is written. */
public interface DryRun {

    /** Enriches an order as if all of it were handled now, with its shop's templates and the current chart. */
    Preview preview(CompanyId company, Order order);

    /** The same, as if the order's shop were bound to this accounting integration: for a look before it is. */
    Preview preview(CompanyId company, Order order, AccountingIntegrationId accounting);

    /** The same, with other rules than those that are stored: for a look at what a change would do. */
    Preview preview(CompanyId company, Order order, AccountingIntegrationId accounting, Rulebook trial);

    /**
     * What a dry run found.
     *
     * @param hold empty when it would be sent
     */
    record Preview(Enrichment enrichment, List<Reason> hold) {

        public boolean wouldSend() {
            return hold.isEmpty() && enrichment instanceof Enrichment.Ready;
        }
    }
}
