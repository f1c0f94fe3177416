package dk.ordrebro.web.start;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.booking.totals.Turnover;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.proof.Rates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ChartTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

    private static final Rates RATES =
            new Rates(List.of(new Rates.Rate("EUR", FIRST, Rates.Source.LEDGER, new BigDecimal("7.46"))));

    private static Turnover sold(int day, String net, String vat) {
        return new Turnover(FIRST.plusDays(day), Area.DOMESTIC, 1, Money.parse(net), Money.parse(vat));
    }

    private static Chart chart(Turnover... turnover) {
        return Chart.of(List.of(turnover), FIRST, FIRST.plusDays(2), RATES).orElseThrow();
    }

    @Test
    void isNoneWithoutAnythingSold() {
        assertThat(Chart.of(List.of(), FIRST, FIRST, RATES)).isEmpty();
    }

    @Test
    void givesEachDayAColumnAsHighAsItsShareOfTheBest() {
        Chart chart = chart(sold(0, "DKK 80", "DKK 20"), sold(2, "DKK 40", "DKK 10"));

        assertThat(chart.bars())
                .extracting(Chart.Bar::height)
                .satisfiesExactly(
                        best -> assertThat(best).isEqualByComparingTo("100"),
                        none -> assertThat(none).isEqualByComparingTo("0"),
                        half -> assertThat(half).isEqualByComparingTo("50"));
        assertThat(chart.bars().getLast().y()).isEqualByComparingTo("50");
        assertThat(chart.total()).isEqualByComparingTo("150");
    }

    @Test
    void hangsADayOfCreditsBelowTheLine() {
        Chart chart = chart(sold(0, "DKK 75", "DKK 0"), sold(1, "DKK -25", "DKK 0"));

        assertThat(chart.zero()).isEqualByComparingTo("75");
        assertThat(chart.bars().get(1).y()).isEqualByComparingTo("75");
        assertThat(chart.bars().get(1).height()).isEqualByComparingTo("25");
    }

    @Test
    void countsOtherCurrenciesInKronerAndNamesWhatHasNoRate() {
        Chart chart = chart(sold(0, "DKK 80", "DKK 20"), sold(1, "EUR 10", "EUR 0"), sold(1, "USD 5", "USD 0"));

        assertThat(chart.currency()).isEqualTo("DKK");
        assertThat(chart.total()).isEqualByComparingTo("174.60");
        assertThat(chart.bars().get(1).amount()).isEqualByComparingTo("74.60");
        assertThat(chart.used()).extracting(Rates.Rate::currency).containsExactly("EUR");
        assertThat(chart.unknown().toString()).isEqualTo("USD 5.00");
    }

    @Test
    void staysInTheOnlyCurrencyThereIs() {
        Chart chart = chart(sold(0, "EUR 80", "EUR 20"));

        assertThat(chart.currency()).isEqualTo("EUR");
        assertThat(chart.total()).isEqualByComparingTo("100");
        assertThat(chart.unknown().isZero()).isTrue();
    }
}
