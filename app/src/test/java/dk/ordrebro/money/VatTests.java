package dk.ordrebro.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.HashSet;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class VatTests {

    // docs/reference/vat.md 5.4: A, B, H, I, J, K, L
    @ParameterizedTest
    @CsvSource({
        "DKK 99.99, 25, DKK 20.00",
        "DKK 100.02, 25, DKK 20.00",
        "DKK 100.03, 27, DKK 21.27",
        "DKK 9.99, 27, DKK 2.12",
        "EUR 59.97, 25.5, EUR 12.19",
        "EUR 7.95, 25.5, EUR 1.62",
        "JPY 9999, 25, JPY 2000",
        "KWD 9.999, 25, KWD 2.000",
        "DKK -0.03, 25, DKK -0.01",
        "DKK 0.03, 25, DKK 0.01"
    })
    void takesTheVatOutOfAGrossAmount(String gross, String rate, String vat) {
        assertThat(Vat.within(Money.parse(gross), VatRate.percent(rate))).isEqualTo(Money.parse(vat));
    }

    @Test
    void roundsHalfAwayFromZeroSoThatACreditMirrorsItsInvoice() {
        VatRate danish = VatRate.percent("25");

        assertThat(Vat.on(Money.parse("DKK 0.02"), danish)).isEqualTo(Money.parse("DKK 0.01"));
        assertThat(Vat.on(Money.parse("DKK -0.02"), danish)).isEqualTo(Money.parse("DKK -0.01"));
    }

    // docs/reference/vat.md 5.3: why net prices cannot reach every total
    @Test
    void leavesOneGrossTotalInFiveOutOfReachOfNetPrices() {
        VatRate danish = VatRate.percent("25");
        var reached = new HashSet<Money>();
        for (int net = 0; net <= 10_000; net++) {
            Money money = Money.ofMinor(CurrencyUnit.of("DKK"), net);
            reached.add(money.plus(Vat.on(money, danish)));
        }

        for (int gross = 0; gross <= 12_500; gross++) {
            boolean reachable = reached.contains(Money.ofMinor(CurrencyUnit.of("DKK"), gross));
            assertThat(reachable).isEqualTo(gross % 5 != 2);
        }
    }

    @Test
    void holdsEqualRatesEqualWhateverTheirDecimals() {
        assertThat(VatRate.percent("25.00")).isEqualTo(VatRate.percent("25"));
        assertThat(VatRate.ofFraction(new BigDecimal("0.255"))).isEqualTo(VatRate.percent("25.5"));
        assertThat(VatRate.percent("100").toString()).isEqualTo("100 %");
        assertThatIllegalArgumentException().isThrownBy(() -> VatRate.percent("-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> VatRate.percent("100.01"));
    }

    @Test
    void writesMoneyAsTextAndReadsItBack() {
        JsonMapper mapper = MoneyJson.mapper().build();
        Totals totals = Totals.ofNet(Money.parse("KWD 1.005"), Money.parse("KWD 0.251"));

        String json = mapper.writeValueAsString(totals);

        assertThat(json).isEqualTo("{\"net\":\"KWD 1.005\",\"vat\":\"KWD 0.251\",\"gross\":\"KWD 1.256\"}");
        assertThat(mapper.readValue(json, Totals.class)).isEqualTo(totals);
    }

    @Test
    void refusesTotalsThatDoNotAddUp() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Totals(Money.parse("DKK 1.00"), Money.parse("DKK 0.25"), Money.parse("DKK 1.26")));
    }
}
