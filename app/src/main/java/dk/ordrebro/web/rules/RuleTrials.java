package dk.ordrebro.web.rules;

import dk.ordrebro.booking.DryRun;
import dk.ordrebro.enrichment.rule.Rulebook;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.order.StoredOrder;
import dk.ordrebro.web.settings.RecentOrders;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tries rules on the latest orders before they are saved: the dry run of each, with the rules as they are and as they would be. */
@Component
class RuleTrials {

    private static final int ORDERS = 40;

    private final RecentOrders recent;
    private final DryRun dryRun;

    RuleTrials(RecentOrders recent, DryRun dryRun) {
        this.recent = recent;
        this.dryRun = dryRun;
    }

    Trial run(AccountingIntegration accounting, Rulebook now, Rulebook trial) {
        List<StoredOrder> orders = recent.of(accounting).stream().limit(ORDERS).toList();
        return new Trial(
                orders.size(),
                orders.stream()
                        .flatMap(
                                stored -> Trial.compare(
                                        stored, preview(accounting, stored, now), preview(accounting, stored, trial))
                                        .stream())
                        .toList());
    }

    private DryRun.Preview preview(AccountingIntegration accounting, StoredOrder stored, Rulebook rules) {
        return dryRun.preview(accounting.company(), stored.order(), accounting.id(), rules);
    }
}
