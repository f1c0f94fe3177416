package dk.ordrebro.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.proof.asked.OpenQuestion;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The three answers, and what each of them needs. */
class VerdictTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final OrderIntegrationId SHOP = new OrderIntegrationId(new UUID(0, 7));

    private static Figures figures(long n, String kroner) {
        return new Figures(n, 0, Amounts.of("DKK", new BigDecimal(kroner)));
    }

    private static LedgerDay ledger(long settled, String expected, long missing, String apart) {
        Amounts sum = Amounts.of("DKK", new BigDecimal(expected));
        Amounts wrong = Amounts.of("DKK", new BigDecimal(apart));
        return new LedgerDay(
                settled,
                sum,
                settled,
                settled,
                sum,
                Amounts.NONE,
                missing,
                0,
                Amounts.NONE,
                wrong,
                Amounts.NONE,
                Instant.EPOCH);
    }

    private static ProofDay day(Map<Place, Figures> at, long arrivals, long findings, @Nullable LedgerDay ledger) {
        return new ProofDay(DAY, SHOP, at, Figures.NONE, Amounts.NONE, asked(arrivals), findings, ledger);
    }

    private static Map<OpenQuestion.Kind, Figures> asked(long arrivals) {
        return arrivals == 0
                ? Map.of()
                : Map.of(OpenQuestion.Kind.ARRIVAL, new Figures(arrivals, arrivals, Amounts.NONE));
    }

    @Test
    void agreesWhereAllThatWasHandledIsInTheBooks() {
        assertThat(day(Map.of(Place.APPROVED, figures(2, "200")), 0, 0, ledger(2, "200", 0, "0"))
                        .verdict())
                .isEqualTo(new Verdict.Agrees());
    }

    @Test
    void waitsForWhatIsHeldUnderWayNotUnderstoodAndNotCompared() {
        Map<Place, Figures> at =
                Map.of(Place.HELD, figures(1, "10"), Place.UNDERWAY, figures(2, "20"), Place.DRAFT, figures(5, "150"));

        ProofDay day = day(at, 3, 0, ledger(2, "100", 0, "0"));

        assertThat(day.verdict())
                .isEqualTo(new Verdict.Waits(new Figures(9, 3, Amounts.of("DKK", new BigDecimal("80")))));
    }

    @Test
    void waitsForWhatChangedAfterBookingAndForMoneyPaidBack() {
        ProofDay day = new ProofDay(
                DAY,
                SHOP,
                Map.of(Place.APPROVED, figures(2, "200")),
                Figures.NONE,
                Amounts.NONE,
                Map.of(OpenQuestion.Kind.EDIT, figures(1, "120"), OpenQuestion.Kind.REFUND, figures(1, "-20")),
                0,
                ledger(2, "200", 0, "0"));

        assertThat(day.verdict()).isEqualTo(new Verdict.Waits(figures(2, "100")));
    }

    @Test
    void waitsForADayNobodyCompared() {
        assertThat(day(Map.of(Place.DRAFT, figures(1, "100")), 0, 0, null).verdict())
                .isEqualTo(new Verdict.Waits(figures(1, "100")));
    }

    @Test
    void noticesThatADocumentWasExchangedForAnotherSinceTheComparison() {
        ProofDay day = day(Map.of(Place.DRAFT, figures(1, "90")), 0, 0, ledger(1, "100", 0, "0"));

        assertThat(day.unchecked()).isEqualTo(figures(1, "-10"));
    }

    @Test
    void disagreesForAnyThingWrongWhateverWaits() {
        Map<Place, Figures> at = Map.of(Place.HELD, figures(1, "10"));

        assertThat(day(at, 0, 1, null).verdict()).isEqualTo(new Verdict.Disagrees(figures(1, "10")));
        assertThat(day(Map.of(), 0, 0, ledger(0, "0", 1, "0")).verdict()).isInstanceOf(Verdict.Disagrees.class);
        assertThat(day(Map.of(), 0, 0, ledger(0, "0", 0, "0.01")).verdict()).isInstanceOf(Verdict.Disagrees.class);
    }

    @Test
    void isThatOfTheWorstDayForAPeriod() {
        ProofDay good = day(Map.of(Place.APPROVED, figures(2, "200")), 0, 0, ledger(2, "200", 0, "0"));
        ProofDay waits = day(Map.of(Place.HELD, figures(1, "10")), 0, 0, null);
        ProofDay wrong = day(Map.of(), 0, 0, ledger(0, "0", 1, "5"));

        assertThat(report(good).verdict()).isEqualTo(new Verdict.Agrees());
        assertThat(report(good, waits).verdict()).isEqualTo(new Verdict.Waits(figures(1, "10")));
        assertThat(report(good, waits, wrong).verdict()).isEqualTo(new Verdict.Disagrees(figures(1, "10")));
        assertThat(report(good, waits).agrees()).isTrue();
        assertThat(report(wrong).agrees()).isFalse();
    }

    private static ProofReport report(ProofDay... days) {
        return new ProofReport(DAY, DAY, List.of(days), List.of(), Instant.EPOCH);
    }
}
