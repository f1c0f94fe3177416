package dk.ordrebro.proof;

import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.proof.asked.OpenQuestion;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Puts what is known of each day and shop together. */
final class DaysTogether {

    private static final Comparator<Comparison.Key> LATEST_FIRST = Comparator.comparing(Comparison.Key::day)
            .reversed()
            .thenComparing(key -> key.shop().value());

    private final Map<Comparison.Key, Day> days = new TreeMap<>(LATEST_FIRST);

    private static final class Day {

        private final Map<Place, Figures> at = new EnumMap<>(Place.class);
        private Figures credited = Figures.NONE;
        private Amounts vatApart = Amounts.NONE;
        private final Map<OpenQuestion.Kind, Figures> asked = new EnumMap<>(OpenQuestion.Kind.class);
        private long findings;
        private @Nullable LedgerDay ledger;
    }

    private Day day(LocalDate day, OrderIntegrationId shop) {
        return days.computeIfAbsent(new Comparison.Key(day, shop), key -> new Day());
    }

    void add(SumsRead.DaySum sum) {
        Day day = day(sum.day(), sum.shop());
        day.at.merge(sum.place(), sum.figures(), Figures::plus);
        day.vatApart = day.vatApart.plus(sum.vatApart());
        if (sum.credit() && sum.place().isDocument()) {
            day.credited = day.credited.plus(sum.figures());
        }
    }

    void ledger(Comparison.Key key, LedgerDay ledger) {
        day(key.day(), key.shop()).ledger = ledger;
    }

    void finding(Finding finding) {
        day(finding.day(), finding.shop()).findings++;
    }

    void asked(OpenQuestion one) {
        Money amount = one.amount();
        Figures figures =
                amount == null ? new Figures(1, 1, Amounts.NONE) : new Figures(1, 0, Amounts.NONE.plus(amount));
        day(one.day(), one.shop()).asked.merge(one.kind(), figures, Figures::plus);
    }

    /** Latest first. */
    List<ProofDay> days() {
        return days.entrySet().stream()
                .map(entry -> day(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static ProofDay day(Comparison.Key key, Day day) {
        return new ProofDay(
                key.day(), key.shop(), day.at, day.credited, day.vatApart, day.asked, day.findings, day.ledger);
    }
}
