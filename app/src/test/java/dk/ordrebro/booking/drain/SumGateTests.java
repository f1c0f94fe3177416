package dk.ordrebro.booking.drain;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.DraftLine;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.arithmetic.DocumentSums;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetic;
import dk.ordrebro.accounting.arithmetic.Taxed;
import dk.ordrebro.accounting.billy.Drafts;
import dk.ordrebro.money.Totals;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.question.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each difference alone: whatever else is right, one thing that is not holds the document. */
class SumGateTests {

    private static final InvoiceDraft DRAFT = Drafts.draft("normal")
            .line("Kop", "2", "100.00", "0.00")
            .line("Fad", "1", "50.00", "0.00")
            .done();

    /** What an accounting program made of the draft, one part at a time to be changed. */
    private record Stands(
            String reference,
            DocumentType type,
            LocalDate date,
            CurrencyUnit currency,
            Totals totals,
            List<Invoice.Line> lines) {

        static Stands asIntended() {
            return new Stands(
                    DRAFT.reference().value(),
                    DRAFT.type(),
                    DRAFT.date(),
                    DRAFT.currency(),
                    DRAFT.expected(),
                    DRAFT.lines().stream()
                            .map(line -> new Invoice.Line(line.expected(), line.rate()))
                            .toList());
        }

        Stands reference(String other) {
            return new Stands(other, type, date, currency, totals, lines);
        }

        Stands type(DocumentType other) {
            return new Stands(reference, other, date, currency, totals, lines);
        }

        Stands date(LocalDate other) {
            return new Stands(reference, type, other, currency, totals, lines);
        }

        Stands currency(String other) {
            return new Stands(reference, type, date, CurrencyUnit.of(other), totals, lines);
        }

        Stands totals(Totals other) {
            return new Stands(reference, type, date, currency, other, lines);
        }

        Stands first(UnaryOperator<Invoice.Line> change) {
            return new Stands(
                    reference, type, date, currency, totals, List.of(change.apply(lines.getFirst()), lines.getLast()));
        }

        Stands withoutLast() {
            return new Stands(reference, type, date, currency, totals, List.of(lines.getFirst()));
        }

        List<String> differences() {
            var invoice = new Invoice(
                    new InvoiceId("i-1"),
                    reference,
                    DRAFT.orderNumber(),
                    type,
                    Invoice.State.DRAFT,
                    null,
                    date,
                    "c-1",
                    currency,
                    totals,
                    null,
                    lines);
            return SumGate.differences(DRAFT, invoice).stream()
                    .map(Reason::code)
                    .toList();
        }
    }

    private static Totals vatOff(Totals totals, long ore) {
        Money vat = totals.vat().plusMinor(ore);
        return Totals.ofGross(totals.gross(), vat);
    }

    private static Totals grossOff(Totals totals, long ore) {
        return Totals.ofGross(totals.gross().plusMinor(ore), totals.vat());
    }

    @Test
    void letsPassWhatIsAsIntended() {
        assertThat(DRAFT.expected().gross()).isEqualTo(Money.of(Drafts.DKK, new BigDecimal("250.00")));
        assertThat(Stands.asIntended().differences()).isEmpty();
    }

    @Test
    void seesAnotherReference() {
        assertThat(Stands.asIntended().reference("butik:1002:1").differences()).containsExactly("REFERENCE_DIFFERS");
        assertThat(Stands.asIntended().reference("").differences()).containsExactly("REFERENCE_DIFFERS");
    }

    @Test
    void seesAnotherType() {
        assertThat(Stands.asIntended().type(DocumentType.CREDIT_NOTE).differences())
                .containsExactly("TYPE_DIFFERS");
    }

    @Test
    void seesAnotherDay() {
        assertThat(Stands.asIntended().date(DRAFT.date().plusDays(1)).differences())
                .containsExactly("DATE_DIFFERS");
    }

    @Test
    void seesAnotherCurrencyAndThenComparesNoSums() {
        assertThat(Stands.asIntended().currency("EUR").differences()).containsExactly("CURRENCY_DIFFERS");
    }

    @Test
    void seesOneOreOfGross() {
        assertThat(Stands.asIntended().totals(grossOff(DRAFT.expected(), 1)).differences())
                .containsExactly("GROSS_DIFFERS");
        assertThat(Stands.asIntended().totals(grossOff(DRAFT.expected(), -1)).differences())
                .containsExactly("GROSS_DIFFERS");
    }

    @Test
    void allowsHalfAnOreOfVatForEachLineAndNoMore() {
        assertThat(Stands.asIntended().totals(vatOff(DRAFT.expected(), 1)).differences())
                .as("two lines, one øre")
                .isEmpty();
        assertThat(Stands.asIntended().totals(vatOff(DRAFT.expected(), 2)).differences())
                .containsExactly("VAT_DIFFERS");
        assertThat(Stands.asIntended().totals(vatOff(DRAFT.expected(), -2)).differences())
                .containsExactly("VAT_DIFFERS");
    }

    @Test
    void seesTheVatOfALineThoughTheWholeAgrees() {
        assertThat(Stands.asIntended()
                        .first(line -> new Invoice.Line(vatOff(line.totals(), 1), line.rate()))
                        .differences())
                .containsExactly("VAT_DIFFERS");
    }

    @Test
    void seesALineThatIsMissing() {
        assertThat(Stands.asIntended().withoutLast().differences()).containsExactly("LINES_DIFFER");
    }

    @Test
    void seesAnotherRate() {
        assertThat(Stands.asIntended()
                        .first(line -> new Invoice.Line(line.totals(), VatRate.percent("12")))
                        .differences())
                .containsExactly("RATE_DIFFERS");
    }

    @Test
    void seesTheGrossOfALineThoughTheWholeAgrees() {
        assertThat(Stands.asIntended()
                        .first(line -> new Invoice.Line(grossOff(line.totals(), 1), line.rate()))
                        .differences())
                .containsExactly("LINE_DIFFERS");
    }

    @Test
    void seesSeveralAtOnce() {
        assertThat(Stands.asIntended()
                        .date(DRAFT.date().minusDays(1))
                        .type(DocumentType.CREDIT_NOTE)
                        .differences())
                .containsExactly("TYPE_DIFFERS", "DATE_DIFFERS");
    }

    /** Three lines of 0.07 with VAT: 0.04 of it over the document, 0.03 line by line. */
    @ParameterizedTest
    @EnumSource
    void letsPassEachLawfulWayOfRounding(LedgerArithmetic way) {
        InvoiceDraft draft = Drafts.draft("normal")
                .line("Perle", "1", "0.07", "0.00")
                .line("Perle", "1", "0.07", "0.00")
                .line("Perle", "1", "0.07", "0.00")
                .done();
        DocumentSums answer = way.sums(
                draft.currency(),
                draft.priceMode(),
                draft.lines().stream().map(Taxed::of).toList());

        assertThat(answer.total().vat()).hasToString(way == LedgerArithmetic.LINE ? "DKK 0.03" : "DKK 0.04");
        assertThat(SumGate.differences(draft, standing(draft, answer.total(), answer.lines())))
                .isEmpty();
    }

    /** Of net prices the amount of a line is its net, and its gross is as its ledger spreads the VAT of the document. */
    @Test
    void comparesTheLinesOfNetPricesByTheirNet() {
        InvoiceDraft draft = Drafts.draft("normal")
                .excludingVat()
                .line("Perle", "1", "0.03", "0.00")
                .line("Perle", "1", "0.03", "0.00")
                .done();
        List<Totals> lines = draft.lines().stream()
                .map(line -> Totals.ofNet(line.expected().net(), Money.of(Drafts.DKK, new BigDecimal("0.01"))))
                .toList();

        assertThat(SumGate.differences(draft, standing(draft, draft.expected(), lines)))
                .isEmpty();
        assertThat(SumGate.differences(
                        draft,
                        standing(draft, draft.expected(), List.of(lines.getFirst(), grossOff(lines.getLast(), 1)))))
                .extracting(Reason::code)
                .containsExactly("LINE_DIFFERS");
    }

    @Test
    void letsALineShowEitherSideOfItsExactVat() {
        InvoiceDraft draft =
                Drafts.draft("normal").line("Kop", "3", "33.33", "0.00").done();
        Totals line = draft.lines().getFirst().expected();

        assertThat(SumGate.differences(draft, standing(draft, line, List.of(vatOff(line, -1)))))
                .as("19.998 told as 19.99")
                .isEmpty();
        assertThat(SumGate.differences(draft, standing(draft, line, List.of(vatOff(line, 1)))))
                .extracting(Reason::code)
                .containsExactly("VAT_DIFFERS");
        assertThat(SumGate.differences(draft, standing(draft, line, List.of(vatOff(line, -2)))))
                .extracting(Reason::code)
                .containsExactly("VAT_DIFFERS");
    }

    @Test
    void letsPassTheVatThatAPersonTook() {
        InvoiceDraft draft =
                Drafts.draft("normal").line("Kop", "3", "33.33", "0.00").done();
        Totals odd = vatOff(draft.expected(), -500);
        InvoiceDraft taken = new InvoiceDraft(
                draft.reference(),
                draft.type(),
                draft.orderNumber(),
                draft.date(),
                draft.buyer(),
                draft.currency(),
                draft.exchangeRate(),
                draft.priceMode(),
                draft.credits(),
                draft.message(),
                draft.lines().stream()
                        .map(line -> new DraftLine(
                                line.orderLine(),
                                line.account(),
                                line.description(),
                                line.quantity(),
                                line.unitPrice(),
                                line.discount(),
                                line.rate(),
                                odd))
                        .toList(),
                odd);

        assertThat(SumGate.differences(draft, standing(draft, odd, List.of(odd))))
                .isNotEmpty();
        assertThat(SumGate.differences(taken, standing(draft, odd, List.of(odd))))
                .isEmpty();
    }

    private static Invoice standing(InvoiceDraft draft, Totals totals, List<Totals> lines) {
        return new Invoice(
                new InvoiceId("i-1"),
                draft.reference().value(),
                draft.orderNumber(),
                draft.type(),
                Invoice.State.DRAFT,
                null,
                draft.date(),
                "c-1",
                draft.currency(),
                totals,
                null,
                lines.stream()
                        .map(line -> new Invoice.Line(line, Drafts.DANISH))
                        .toList());
    }
}
