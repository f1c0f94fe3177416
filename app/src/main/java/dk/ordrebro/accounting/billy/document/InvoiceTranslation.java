package dk.ordrebro.accounting.billy.document;

import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.billy.answer.Amounts;
import dk.ordrebro.accounting.billy.answer.BillyAnswer;
import dk.ordrebro.accounting.billy.answer.BillyAssumption;
import dk.ordrebro.accounting.billy.answer.BillyInvoice;
import dk.ordrebro.accounting.billy.answer.BillyInvoiceLine;
import dk.ordrebro.accounting.billy.ledger.CompanyTranslation;
import dk.ordrebro.accounting.billy.ledger.CurrentLedger;
import dk.ordrebro.money.Totals;
import dk.ordrebro.money.VatRate;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Billy's invoices in our words. */
public final class InvoiceTranslation {

    private static final Comparator<BillyInvoiceLine> BY_PRIORITY =
            Comparator.comparing(BillyInvoiceLine::priority, Comparator.nullsLast(Comparator.naturalOrder()));

    private final CurrentLedger ledgers;

    public InvoiceTranslation(CurrentLedger ledgers) {
        this.ledgers = ledgers;
    }

    /**
     * An invoice as everybody else reads it.
     *
     * @param lines the invoice's own; others are left out
     * @throws AccountingUnavailable when it does not say what an invoice must say
     */
    public Invoice invoice(BillyInvoice invoice, List<BillyInvoiceLine> lines) {
        String id = told(invoice.id(), "its id");
        CurrencyUnit currency = CompanyTranslation.currency(invoice.currencyId());
        return new Invoice(
                new InvoiceId(id),
                invoice.externalId() == null ? "" : invoice.externalId(),
                invoice.orderNo() == null ? "" : invoice.orderNo(),
                type(invoice),
                state(invoice),
                invoice.invoiceNo() == null || invoice.invoiceNo().isBlank() ? null : invoice.invoiceNo(),
                told(invoice.entryDate(), "its date"),
                invoice.contactId() == null ? "" : invoice.contactId(),
                currency,
                totals(invoice, currency),
                invoice.exchangeRate(),
                lines.stream()
                        .filter(line -> line.invoiceId() == null || id.equals(line.invoiceId()))
                        .sorted(BY_PRIORITY)
                        .map(line -> line(line, invoice, currency))
                        .toList());
    }

    /** Net is what VAT leaves of gross: in a currency without hundredths Billy counts in them all the same, and rounding both would make another gross. */
    private static Totals totals(BillyInvoice invoice, CurrencyUnit currency) {
        BigDecimal net = told(invoice.amount(), "all its amounts");
        BigDecimal tax = told(invoice.tax(), "all its amounts");
        return Totals.ofGross(Amounts.sum(currency, net, tax), Amounts.money(currency, tax));
    }

    private Invoice.Line line(BillyInvoiceLine line, BillyInvoice invoice, CurrencyUnit currency) {
        Money amount = money(currency, line.amount());
        Money tax = money(currency, line.tax());
        Totals totals = switch (told(invoice.taxMode(), "its tax mode")) {
            case "incl" -> Totals.ofGross(amount, tax);
            case "excl" -> Totals.ofNet(amount, tax);
            case String other -> throw BillyAnswer.odd("the tax mode " + other);
        };
        return new Invoice.Line(totals, rate(line.taxRateId()));
    }

    /** A rate made since the books were read is looked for once more. */
    private VatRate rate(@Nullable String taxRateId) {
        return ledgers.get()
                .rate(taxRateId)
                .or(() -> ledgers.fresh().rate(taxRateId))
                .orElseThrow(() -> BillyAnswer.odd("the VAT rate " + taxRateId + ", which is not among the rates"));
    }

    private static DocumentType type(BillyInvoice invoice) {
        return switch (invoice.type()) {
            case null -> DocumentType.INVOICE;
            case "invoice" -> DocumentType.INVOICE;
            case BillyAssumption.CREDIT_NOTE, BillyAssumption.CREDIT_NOTE_OF_OLD -> DocumentType.CREDIT_NOTE;
            case String other -> throw BillyAnswer.odd("a document of type " + other);
        };
    }

    private static Invoice.State state(BillyInvoice invoice) {
        return switch (told(invoice.state(), "its state")) {
            case "draft" -> Invoice.State.DRAFT;
            case "approved" -> Invoice.State.APPROVED;
            case "voided" -> Invoice.State.VOIDED;
            case String other -> throw BillyAnswer.odd("an invoice in the state " + other);
        };
    }

    private static Money money(CurrencyUnit currency, @Nullable BigDecimal number) {
        return Amounts.money(currency, told(number, "all its amounts"));
    }

    private static <T> T told(@Nullable T value, String what) {
        if (value == null) {
            throw BillyAnswer.odd("an invoice that does not tell " + what);
        }
        return value;
    }
}
