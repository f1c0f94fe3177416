package dk.ordrebro.web.proof;

import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.proof.Amounts;
import dk.ordrebro.proof.Figures;
import dk.ordrebro.proof.Finding;
import dk.ordrebro.proof.ProofDay;
import dk.ordrebro.proof.ProofReport;
import dk.ordrebro.proof.Rates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the page and both files show of a proof.
 *
 * @param company whose books these are
 * @param accounting name of the accounting integration
 * @param shops names by id
 * @param madeAt when the file or page was made; the books were asked about each day at its own time
 */
record ProofTable(
        String company,
        String accounting,
        Map<OrderIntegrationId, String> shops,
        ProofReport report,
        Rates rates,
        Instant madeAt) {

    LocalDate from() {
        return report.from();
    }

    LocalDate through() {
        return report.through();
    }

    List<ProofDay> days() {
        return report.days();
    }

    List<Finding> findings() {
        return report.findings();
    }

    String shop(OrderIntegrationId id) {
        return shops.getOrDefault(id, "");
    }

    /** The sum of all days. */
    public Figures total(Measure measure) {
        return report.sum(measure::of);
    }

    /** The same in kroner, each day by its own rate. */
    public Rates.Kroner kroner(Measure measure) {
        Map<LocalDate, Amounts> byDay = new TreeMap<>();
        days().forEach(day -> byDay.merge(day.day(), measure.of(day).amounts(), Amounts::plus));
        return rates.kroner(byDay);
    }

    public Rates.Kroner kroner(ProofDay day, Measure measure) {
        return rates.kroner(measure.of(day).amounts(), day.day());
    }

    /** Whether anything is in another currency than kroner. */
    public boolean isForeign() {
        return currencies().stream().anyMatch(currency -> !currency.equals("DKK"));
    }

    /** Every currency in which there is anything. */
    SortedSet<String> currencies() {
        SortedSet<String> currencies = new TreeSet<>();
        days().forEach(day -> Arrays.stream(Measure.values())
                .forEach(measure ->
                        currencies.addAll(measure.of(day).amounts().byCurrency().keySet())));
        return currencies;
    }

    /** Such as {@code afstemning-2026-11-01-2026-11-30}. */
    String fileName(String word) {
        return word + "-" + from() + "-" + through();
    }
}
