package dk.ordrebro.accounting.billy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.billy.answer.Amounts;
import dk.ordrebro.accounting.billy.answer.BillyAnswer;
import dk.ordrebro.accounting.billy.answer.BillyAssumption;
import dk.ordrebro.accounting.billy.answer.BillyInvoice;
import dk.ordrebro.accounting.billy.answer.BillyJson;
import dk.ordrebro.accounting.billy.answer.Text;
import dk.ordrebro.accounting.billy.document.InvoiceFinder;
import dk.ordrebro.accounting.billy.party.ContactDetails;
import dk.ordrebro.accounting.billy.wire.Backoff;
import dk.ordrebro.accounting.billy.wire.RetryAfter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small values at Billy's edge: numbers, texts, times. */
class ValuesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "100.00, 100",
        "62.50, 62.5",
        "0.00, 0",
        "1E+3, 1000",
        "-0.10, -0.1",
        "1234567890123.45, 1234567890123.45"
    })
    void writesNumbersInAsFewDigitsAsSayThem(String number, String written) {
        BigDecimal plain = Amounts.plain(new BigDecimal(number));

        assertThat(new String(
                        BillyJson.write(BillyJson.object().put("n", plain)), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("{\"n\":" + written + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "DKK, 199.2, 199.20",
        "DKK, 0.30000000000000004, 0.30",
        "DKK, 79.996, 80.00",
        "DKK, -0.005, -0.01",
        "DKK, 1e3, 1000.00",
        "JPY, 9999, 9999",
        "KWD, 9.999, 9.999"
    })
    void readsMoneyToTheMinorUnit(String currency, String number, String money) {
        assertThat(Amounts.money(CurrencyUnit.of(currency), new BigDecimal(number)))
                .isEqualTo(Money.of(CurrencyUnit.of(currency), new BigDecimal(money)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "12345678901234567890123456789012345678901"})
    void refusesNumbersThatAreNoMoney(String number) {
        assertThatThrownBy(() -> Amounts.money(Drafts.DKK, new BigDecimal(number)))
                .isInstanceOf(AccountingUnavailable.class);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "7 | PT7S",
                " 0 | PT0S",
                "999999999 | PT1H",
                "Mon, 23 Nov 2026 09:00:30 GMT | PT30S",
                "Mon, 23 Nov 2026 08:00:00 GMT | PT0S",
                "snart | -",
                "-5 | -",
                "99999999999999999999 | -",
                "- | -"
            })
    void readsHowLongToStayAway(@Nullable String header, @Nullable Duration expected) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(expected);
    }

    @Test
    void waitsLongerEachTimeButNeverTooLong() {
        var random = new Random(1);

        for (int i = 0; i < 100; i++) {
            assertThat(Backoff.STANDARD.before(1, null, random))
                    .isBetween(Duration.ofMillis(125), Duration.ofMillis(250));
            assertThat(Backoff.STANDARD.before(3, null, random))
                    .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
        }
        assertThat(Backoff.STANDARD.allows(3, null)).isTrue();
        assertThat(Backoff.STANDARD.allows(4, null)).isFalse();
        assertThat(Backoff.STANDARD.allows(1, Duration.ofSeconds(11))).isFalse();
    }

    @Test
    void cutsTextsBetweenLettersAndNotInThem() {
        assertThat(Text.line("\uD83C\uDF75\uD83C\uDF75\uD83C\uDF75", 2)).isEqualTo("\uD83C\uDF75\uD83C\uDF75");
        assertThat(Text.line("  a\r\n\tb\u2028c\u0007 ", 99)).isEqualTo("a b c");
        assertThat(Text.block(" a\r\nb\u0000c ", 99)).isEqualTo("a\nb c");
    }

    @Test
    void tellsEveryChangeOfAContactByItsDigest() {
        var details = new ContactDetails(BuyerType.PERSON, "DK", "a", "b", "", "", "", "", "");

        assertThat(details.digest())
                .isEqualTo(new ContactDetails(BuyerType.PERSON, "DK", "a", "b", "", "", "", "", "").digest())
                .isNotEqualTo(new ContactDetails(BuyerType.PERSON, "DK", "ab", "", "", "", "", "", "").digest())
                .isNotEqualTo(new ContactDetails(BuyerType.COMPANY, "DK", "a", "b", "", "", "", "", "").digest())
                .hasSize(64);
    }

    @Test
    void readsNumbersAndTextsWhereverBillyMixesThem() {
        BillyAnswer answer = BillyJson.read("""
                        {"invoices":[{"id":"a","invoiceNo":42,"amount":"12.5","tax":1e-2,"later":{"x":[1]}}],"new":{}}""").orElseThrow();

        BillyInvoice invoice = InvoiceFinder.INVOICES.of(answer).getFirst();
        assertThat(invoice.invoiceNo()).isEqualTo("42");
        assertThat(invoice.amount()).isEqualByComparingTo("12.5");
        assertThat(invoice.tax()).isEqualByComparingTo("0.01");
    }

    @Test
    void takesTextsAsLongAsDraftsHaveThem() {
        assertThat(BillyAssumption.LONGEST_TEXT).isGreaterThanOrEqualTo(InvoiceDraft.LONGEST_TEXT);
    }
}
