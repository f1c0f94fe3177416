package dk.ordrebro.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.enrichment.Given;
import dk.ordrebro.intake.csv.CsvUploads.Proposal;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that went wrong for somebody once, read as the page proposes to read them. */
class TroubleTests {

    private static final Instant TODAY = Instant.parse("2026-12-01T08:00:00Z");

    @TempDir
    private Path folder;

    private static byte[] read(String name) {
        try (InputStream file = Objects.requireNonNull(
                TroubleTests.class.getResourceAsStream("/dk/ordrebro/trouble/csv/" + name + ".csv"), name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CsvCheck check(byte[] content, CsvMapping mapping) {
        try {
            Path file = Files.write(folder.resolve("file.csv"), content);
            return Checking.check(
                    Given.shop(), file, mapping.layout().but().lastYear(2027).build(), TODAY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CsvCheck check(String name) {
        byte[] content = read(name);
        return check(content, CsvGuess.of(content).mapping());
    }

    @ParameterizedTest
    @CsvSource({
        "01-shopify-export-offset-dates, 399.00 / 79.80",
        "03-shopify-export-freight-and-discount-columns, 299.00 / 59.80",
        "04-excel-sep-line, 2599.00 / 519.80",
        "05-danish-time-with-dot, 2599.00 / 519.80",
        "07-freight-and-discount-rows, 119.00 / 23.80"
    })
    void readsItWholeAndBooksWhatIsRight(String name, String right) {
        CsvCheck check = check(name);

        assertThat(check.refusals()).isEmpty();
        assertThat(check.orders()).isEqualTo(1);
        assertThat(dk.ordrebro.enrichment.Documents.of(check.first().getFirst()).invoice())
                .isEqualTo(right);
    }

    @Test
    void readsAnOffset() {
        Order order = check("01-shopify-export-offset-dates").first().getFirst();

        assertThat(order.placedAt()).isEqualTo("2026-11-30T08:50:26Z");
        assertThat(order.delivery().postcode()).isEqualTo("8000");
        assertThat(order.stated().gross()).hasToString("DKK 399.00");
    }

    @Test
    void takesNoArticleNumberForAnythingByItself() {
        CsvCheck check = check("06-sku-that-is-a-code");

        assertThat(check.first())
                .flatExtracting(Order::lines)
                .extracting(line -> line.kind())
                .containsOnly(LineKind.ITEM);
        assertThat(CsvLayout.standard().codes()).isEmpty();
        assertThat(CsvLayout.standard().ownCountryNames()).isEmpty();
    }

    @Test
    void proposesArticleNumbersByWhatNumberAndTitleSayTogether() {
        assertThat(CsvGuess.of(read("07-freight-and-discount-rows")).mapping().codes())
                .isEqualTo(Map.of("FRAGT", LineKind.FREIGHT, "RABAT", LineKind.DISCOUNT));
        assertThat(CodeGuess.of(List.of(
                        new CodeGuess.Article("POST", "Postkort"),
                        new CodeGuess.Article("F-1", "Fragt"),
                        new CodeGuess.Article("GK", "Gavekort"),
                        new CodeGuess.Article("R-1", "Rabatkuponholder"))))
                .isEqualTo(Map.of("F-1", LineKind.FREIGHT, "GK", LineKind.GIFT_CARD));
    }

    @Test
    void refusesYearsFarAwayRowByRowAndPointsOutOldOrders() {
        CsvCheck check = check("08-years-1962-2019-2062");

        assertThat(check.refusals()).extracting(Refusal::order).containsExactlyInAnyOrder("4001", "4002");
        assertThat(check.refusals())
                .flatExtracting(Refusal::faults)
                .extracting(Fault::code)
                .containsOnly(Fault.Code.YEAR_FAR_AWAY);
        assertThat(check.sums())
                .singleElement()
                .satisfies(sum -> assertThat(sum.old()).isEqualTo(1));
    }

    @Test
    void asksAboutMoneyThatIsUsedForNothing() {
        byte[] file = read("01-shopify-export-offset-dates");
        CsvGuess guess = CsvGuess.of(file);

        assertThat(guess.unusedMoney(guess.mapping())).contains("Subtotal").doesNotContain("Shipping", "Total");
        CsvMapping less = new CsvMapping(
                Map.of(
                        Column.ORDER, "Name",
                        Column.DATE, "Created at",
                        Column.QUANTITY, "Lineitem quantity",
                        Column.UNIT_PRICE, "Lineitem price"),
                ",",
                NumberStyle.POINT,
                "uuuu-MM-dd HH:mm:ss xx",
                "UTF-8",
                guess.mapping().prices(),
                "DKK",
                null,
                null);
        assertThat(guess.unusedMoney(less)).contains("Shipping", "Total", "Taxes", "Discount Amount");
    }

    @Test
    void saysWhatTheOrdersComeToBesideWhatTheFileSays() {
        byte[] file = read("03-shopify-export-freight-and-discount-columns");
        CsvSum sum = check(file, CsvGuess.of(file).mapping()).sums().getFirst();

        assertThat(sum.total()).hasToString("DKK 299.00");
        assertThat(sum.freight()).hasToString("DKK 39.00");
        assertThat(sum.discounts()).hasToString("DKK 40.00");
        assertThat(sum.stated()).hasToString("DKK 299.00");
        assertThat(sum.disagreeing()).isZero();
    }

    @Test
    void seesTheColumnsThatALaterFileHasBeside() {
        byte[] next = read("12b-next-file-with-currency-and-rate");
        CsvMapping last = CsvGuess.of(read("12a-first-file")).mapping();
        CsvGuess guess = CsvGuess.of(next);

        Proposal proposal = Proposal.of(guess, guess.fitting(last).orElseThrow());

        assertThat(proposal.added()).containsExactly("Valuta", "Momssats");
        Order order = check(next, proposal.mapping()).first().getFirst();
        assertThat(order.currency().getCode()).isEqualTo("EUR");
        assertThat(Objects.requireNonNull(order.lines().getFirst().vatRate()).percent())
                .isEqualByComparingTo(new BigDecimal("25"));
    }

    @Test
    void readsPlainUtf8ThoughTheLastFileWasSomethingElse() {
        assertThat(CsvGuess.isPlainlyUtf8("Navn\nÆrø".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(CsvGuess.isPlainlyUtf8("Navn\nÆrø".getBytes(StandardCharsets.ISO_8859_1)))
                .isFalse();
        assertThat(CsvGuess.isPlainlyUtf8("Navn".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }
}
