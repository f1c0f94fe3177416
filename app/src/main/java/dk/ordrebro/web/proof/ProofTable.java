package dk.ordrebro.web.proof;

import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.proof.Finding;
import dk.ordrebro.proof.ProofDay;
import dk.ordrebro.proof.ProofReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the page and both files show of a proof.
 *
 * @param company whose books these are
 * @param accounting name of the accounting integration
 * @param shops names by id
 * @param madeAt when the file or page was made; each day was compared at its own time
 */
record ProofTable(
        String company,
        String accounting,
        Map<OrderIntegrationId, String> shops,
        LocalDate from,
        LocalDate through,
        List<ProofDay> days,
        List<Finding> findings,
        Instant madeAt) {

    ProofReport report() {
        return new ProofReport(from, through, days, findings, madeAt);
    }

    String shop(OrderIntegrationId id) {
        return shops.getOrDefault(id, "");
    }

    /** Every currency in which anything was invoiced or differs. */
    SortedSet<String> currencies() {
        SortedSet<String> currencies = new TreeSet<>();
        days.forEach(day -> {
            currencies.addAll(day.invoiced().byCurrency().keySet());
            currencies.addAll(day.difference().byCurrency().keySet());
        });
        return currencies;
    }

    /** Such as {@code afstemning-2026-11-01-2026-11-30}. */
    String fileName(String word) {
        return word + "-" + from + "-" + through;
    }
}
