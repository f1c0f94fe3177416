package dk.ordrebro.web.settings;

import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.enrichment.chart.ChartWatch;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.SealBroken;
import dk.ordrebro.web.Said;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads charts for the pages; where the accounting program does not answer, the one that was read last stands in. */
@Component
public class Charts {

    private final AccountingSystems systems;
    private final ChartWatch watch;

    Charts(AccountingSystems systems, ChartWatch watch) {
        this.systems = systems;
        this.watch = watch;
    }

    /**
     * What a reading led to.
     *
     * @param chart null when none was ever read
     * @param problem why it could not be read now; null when it was
     */
    public record Reading(
            @Nullable ChartOfAccounts chart, @Nullable Said problem) {}

    /** As the accounting program has it now. */
    public Reading current(AccountingIntegration accounting) {
        return read(accounting, AccountingSystem::chart);
    }

    /** Asks the accounting program whatever is remembered. */
    Reading anew(AccountingIntegration accounting) {
        return read(accounting, AccountingSystem::refreshChart);
    }

    private Reading read(AccountingIntegration accounting, Function<AccountingSystem, ChartOfAccounts> how) {
        try {
            ChartOfAccounts chart = how.apply(systems.open(accounting));
            watch.saw(accounting.company(), accounting.id(), chart);
            return new Reading(chart, null);
        } catch (AccountingUnavailable unavailable) {
            return remembered(accounting, Keys.reading(unavailable.problem()));
        } catch (SealBroken broken) {
            return remembered(accounting, Said.of(false, "accounting.seal-broken"));
        }
    }

    private Reading remembered(AccountingIntegration accounting, Said problem) {
        return new Reading(watch.latest(accounting.company(), accounting.id()).orElse(null), problem);
    }
}
