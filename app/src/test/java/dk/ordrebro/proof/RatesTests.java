package dk.ordrebro.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Other currencies in kroner: by the rate of the day, with its source, and never left out without a word. */
class RatesTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);

    private static Rates.Rate rate(String currency, int day, Rates.Source source, String rate) {
        return new Rates.Rate(currency, LocalDate.of(2026, 11, day), source, new BigDecimal(rate));
    }

    private static final Rates RATES = new Rates(List.of(
            rate("EUR", 12, Rates.Source.LEDGER, "7.50"),
            rate("EUR", 9, Rates.Source.LEDGER, "7.46"),
            rate("EUR", 9, Rates.Source.SHOP, "7.40"),
            rate("SEK", 11, Rates.Source.SHOP, "0.65")));

    private static Amounts amounts(Object... codeAndAmount) {
        return Amounts.of((String) codeAndAmount[0], new BigDecimal((String) codeAndAmount[1]));
    }

    @Test
    void areThoseOfTheLatestDayBeforeAndTheBooksBeforeTheShop() {
        assertThat(RATES.on("EUR", DAY)).contains(rate("EUR", 9, Rates.Source.LEDGER, "7.46"));
        assertThat(RATES.on("EUR", LocalDate.of(2026, 11, 30))).contains(rate("EUR", 12, Rates.Source.LEDGER, "7.50"));
    }

    @Test
    void areThoseOfTheFirstDayAfterWhereThereIsNoneBefore() {
        assertThat(RATES.on("SEK", DAY)).contains(rate("SEK", 11, Rates.Source.SHOP, "0.65"));
    }

    @Test
    void giveKronerAndNameWhatHasNoRate() {
        Rates.Kroner kroner =
                RATES.kroner(amounts("DKK", "100").plus(amounts("EUR", "10")).plus(amounts("USD", "5")), DAY);

        assertThat(kroner.sum()).isEqualTo(Money.parse("DKK 174.60"));
        assertThat(kroner.unknown()).isEqualTo(amounts("USD", "5"));
        assertThat(kroner.used()).containsExactly(rate("EUR", 9, Rates.Source.LEDGER, "7.46"));
    }

    @Test
    void takeEachDaysOwn() {
        Rates.Kroner kroner =
                RATES.kroner(Map.of(DAY, amounts("EUR", "10"), LocalDate.of(2026, 11, 20), amounts("EUR", "10")));

        assertThat(kroner.sum()).isEqualTo(Money.parse("DKK 149.60"));
        assertThat(kroner.used()).hasSize(2);
    }
}
