package dk.ordrebro.enrichment.credit;

import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.DraftLine;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.enrichment.Case;
import dk.ordrebro.money.Totals;
import dk.ordrebro.order.Fulfillment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Makes the credit notes of one invoice out of its frozen draft and never from the order, so that account, ruleset, rate and amounts are the
 * invoice's own and an invoice fully credited, at once or in parts, leaves nothing in net, VAT and gross. Pieces go back for what they cost, or for what the shop says it paid
 * back; an amount without pieces is spread over what is left of the lines. Nothing goes back twice.
 */
public final class CreditNotes {

    private final InvoiceDraft invoice;
    private final InvoiceId id;
    private final Fulfillment delivery;
    private final List<Fulfillment> earlier;
    private final LedgerFacts ledger;

    /** In a ledger of which nothing is known. */
    public CreditNotes(InvoiceDraft invoice, InvoiceId id, Fulfillment delivery, List<Fulfillment> earlier) {
        this(invoice, id, delivery, earlier, LedgerFacts.PUBLISHED);
    }

    /**
     * Of one invoice.
     *
     * @param invoice the frozen draft of the delivery's invoice
     * @param id where that invoice stands
     * @param delivery what was delivered with it
     * @param earlier what was taken back of the delivery before, first things first
     * @param ledger it stands in
     */
    public CreditNotes(
            InvoiceDraft invoice, InvoiceId id, Fulfillment delivery, List<Fulfillment> earlier, LedgerFacts ledger) {
        this.invoice = invoice;
        this.id = id;
        this.delivery = delivery;
        this.earlier = List.copyOf(earlier);
        this.ledger = ledger;
    }

    /** Credits the first thing taken back of a delivery. */
    public static InvoiceDraft credit(
            InvoiceDraft invoice, InvoiceId id, Fulfillment delivery, Fulfillment taken, Reference reference) {
        return new CreditNotes(invoice, id, delivery, List.of()).credit(taken, reference);
    }

    /** By how much the money of a return exceeds what is left of the invoice or of the line it is for; empty where it does not. */
    public Optional<Money> beyond(Fulfillment taken) {
        return left().beyond(taken);
    }

    private CreditLeft left() {
        CreditLeft left = new CreditLeft(invoice, delivery);
        earlier.forEach(left::take);
        return left;
    }

    /** Credits what a return takes back, dated the day it was taken. */
    public InvoiceDraft credit(Fulfillment taken, Reference reference) {
        return credit(taken, reference, Case.day(taken));
    }

    /** Credits what a return takes back, dated another day. */
    public InvoiceDraft credit(Fulfillment taken, Reference reference, LocalDate day) {
        CreditLeft left = new CreditLeft(invoice, delivery);
        CreditVat vat = new CreditVat(invoice, ledger);
        for (Fulfillment before : earlier) {
            List<Credit> credits = left.take(before);
            InvoiceDraft made = ledger.made().get(before.id());
            if (made == null) {
                CreditVat.Note note = vat.next(credits, left.isNothing());
                vat.gave(credits, note.mode(), note.lines());
            } else {
                vat.gave(credits, made.priceMode(), made.lines());
            }
        }
        List<Credit> credits = left.take(taken);
        return draft(vat.next(credits, left.isNothing()), reference, day);
    }

    private InvoiceDraft draft(CreditVat.Note note, Reference reference, LocalDate day) {
        List<DraftLine> lines = note.lines();
        Totals sum = lines.stream().map(DraftLine::expected).reduce(Totals.zero(invoice.currency()), Totals::plus);
        return new InvoiceDraft(
                reference,
                DocumentType.CREDIT_NOTE,
                invoice.orderNumber(),
                day,
                invoice.buyer(),
                invoice.currency(),
                invoice.exchangeRate(),
                note.mode(),
                id,
                "Kreditnota til ordre " + invoice.orderNumber(),
                lines,
                sum);
    }
}
