package dk.ordrebro.period;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.access.Cvr;
import dk.ordrebro.enrichment.treatment.VatTreatment;
import dk.ordrebro.money.VatRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sales of a period give to the three returns. */
class ReturnsTests {

    private static final Cvr SELLER = Cvr.read("10150817").orElseThrow();

    private static Sum kroner(String net, String vat) {
        return new Sum(new BigDecimal(net), new BigDecimal(vat), Map.of());
    }

    private static VatRow row(
            @Nullable VatTreatment treatment, String country, String percent, String net, String vat) {
        return new VatRow(treatment, country, VatRate.percent(percent), false, kroner(net, vat));
    }

    private static BusinessRow business(String number, String name, String net) {
        return new BusinessRow(number, name, 1, kroner(net, "0"));
    }

    @Test
    void danishVatOfDanesAndOfConsumersInTheUnionIsOutputVat() {
        VatReturn vat = VatReturn.of(List.of(
                row(VatTreatment.DOMESTIC, "DK", "25", "1000.40", "250.10"),
                row(VatTreatment.EU_CONSUMER_DANISH_VAT, "SE", "25", "100", "25.39"),
                row(VatTreatment.EU_CONSUMER_OSS, "DE", "19", "100", "19")));

        assertThat(vat.outputVat()).isEqualByComparingTo("275");
        assertThat(vat.boxBGoods()).isZero();
        assertThat(vat.boxC()).isZero();
    }

    @Test
    void salesWithoutVatHaveTheirBoxes() {
        VatReturn vat = VatReturn.of(List.of(
                row(VatTreatment.EU_BUSINESS_ZERO, "DE", "0", "500.50", "0"),
                row(VatTreatment.EXPORT_ZERO, "NO", "0", "200", "0"),
                row(VatTreatment.DOMESTIC, "DK", "0", "40", "0")));

        assertThat(vat.boxBGoods()).isEqualByComparingTo("501");
        assertThat(vat.boxC()).isEqualByComparingTo("240");
        assertThat(vat.outputVat()).isZero();
    }

    @Test
    void aVoucherForManyThingsIsNoSupply() {
        VatRow voucher = new VatRow(VatTreatment.DOMESTIC, "DK", VatRate.ZERO, true, kroner("500", "0"));

        assertThat(VatReturn.of(List.of(voucher)).boxC()).isZero();
    }

    @Test
    void whatNobodyHasPlacedIsToldAndCountedNowhere() {
        VatReturn vat = VatReturn.of(List.of(row(null, "DK", "25", "100", "25")));

        assertThat(vat.unsure()).isEqualByComparingTo("125");
        assertThat(vat.outputVat()).isZero();
    }

    /** The layout of skat.dk, oid 392: nine fields a line, CR and LF after each, records 0, 2 and 10. */
    @Test
    void theListOfEuSalesIsTheFileSkattestyrelsenTakes() {
        EuSalesList list = EuSalesList.of(
                List.of(business("DE129273398", "Tee GmbH", "1000.50"), business("ATU12345675", "Tee AG", "-200.40")));

        assertThat(list.file(SELLER, LocalDate.of(2026, 9, 30))).isEqualTo("""
                        0;10150817;LISTE;;;;;;
                        2;202609;2026-09-30;10150817;AT;U12345675;-200;0;0
                        2;202609;2026-09-30;10150817;DE;129273398;1001;0;0
                        10;2;801;;;;;;
                        """.replace("\n", "\r\n"));
    }

    @Test
    void everyLineOfTheFileHasNineFields() {
        EuSalesList list = EuSalesList.of(List.of(business("DE129273398", "Tee GmbH", "1000")));

        assertThat(list.file(SELLER, LocalDate.of(2026, 9, 30)).split("\r\n"))
                .allSatisfy(
                        line -> assertThat(line.chars().filter(c -> c == ';')).hasSize(8));
    }

    @Test
    void oneBusinessIsOneLineHoweverItsNumberIsWritten() {
        EuSalesList list = EuSalesList.of(List.of(
                business("DE129273398", "Tee GmbH", "100.30"),
                business("de 129.273.398", "Tee Gmbh", "200.30"),
                business("DE-129273398", "TEE", "-100")));

        assertThat(list.lines()).singleElement().satisfies(line -> {
            assertThat(line.number()).isEqualTo("129273398");
            assertThat(line.goods()).isEqualByComparingTo("201");
        });
    }

    @Test
    void whatComesToNoughtIsNoLine() {
        EuSalesList list = EuSalesList.of(
                List.of(business("DE129273398", "Tee GmbH", "0.40"), business("SE556012579001", "Te AB", "0")));

        assertThat(list.lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GR123456783, EL", "EL123456783, EL", "XI123456789, XI", "FRA9999999999, FR"})
    void theLettersAreThoseOfVatNumbers(String number, String letters) {
        assertThat(EuSalesList.of(List.of(business(number, "X", "10"))).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.country()).isEqualTo(letters));
    }

    @Test
    void whatHasNoNumberIsToldAndNotInTheFile() {
        EuSalesList list =
                EuSalesList.of(List.of(business("", "Uden Nummer ApS", "10"), business("129273398", "Tal", "10")));

        assertThat(list.lines()).isEmpty();
        assertThat(list.missing()).extracting(BusinessRow::name).containsExactly("Uden Nummer ApS", "Tal");
    }

    @Test
    void whatIsInAnUnknownCurrencyIsNotInTheFileEither() {
        BusinessRow business = new BusinessRow(
                "DE129273398", "Tee GmbH", 2, new Sum(BigDecimal.TEN, BigDecimal.ZERO, Map.of("SEK", BigDecimal.ONE)));

        assertThat(EuSalesList.of(List.of(business)).missing()).containsExactly(business);
    }

    @Test
    void theOssReturnIsByCountryAndRateInEuro() {
        OssReturn oss = OssReturn.of(
                List.of(
                        row(VatTreatment.EU_CONSUMER_OSS, "SE", "25", "746.04", "186.51"),
                        row(VatTreatment.EU_CONSUMER_OSS, "DE", "7", "74.60", "5.22"),
                        row(VatTreatment.EU_CONSUMER_OSS, "DE", "19", "100", "19"),
                        row(VatTreatment.DOMESTIC, "DK", "25", "100", "25")),
                Optional.of(new BigDecimal("7.4604")));

        assertThat(oss.lines())
                .extracting(line -> line.country() + " " + line.rate().percent())
                .containsExactly("DE 19", "DE 7", "SE 25");
        assertThat(oss.euro(oss.lines().getLast().sum().net())).hasValue(new BigDecimal("100.00"));
        assertThat(oss.euro(oss.lines().getLast().sum().vat())).hasValue(new BigDecimal("25.00"));
    }

    @Test
    void withoutARateThereIsNoEuro() {
        OssReturn oss = OssReturn.of(List.of(), Optional.empty());

        assertThat(oss.euro(BigDecimal.TEN)).isEmpty();
    }
}
