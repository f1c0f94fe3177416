package dk.ordrebro.accounting.billy.document;

import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.DraftLine;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.billy.answer.Amounts;
import dk.ordrebro.accounting.billy.answer.BillyAssumption;
import dk.ordrebro.accounting.billy.answer.BillyJson;
import dk.ordrebro.accounting.billy.answer.Text;
import dk.ordrebro.accounting.billy.party.Parties;
import dk.ordrebro.money.PriceMode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A draft as Billy takes it: one record with its lines inside. */
final class InvoiceBody {

    private InvoiceBody() {}

    static ObjectNode of(InvoiceDraft draft, Parties.Search.Complete parties, String organization) {
        ObjectNode invoice = BillyJson.object()
                .put("organizationId", organization)
                .put("type", draft.type() == DocumentType.CREDIT_NOTE ? BillyAssumption.CREDIT_NOTE : "invoice")
                .put("contactId", parties.contact())
                .put("entryDate", draft.date().toString())
                .put("currencyId", draft.currency().getCode())
                .put("taxMode", draft.priceMode() == PriceMode.INCLUDING_VAT ? "incl" : "excl")
                .put("externalId", draft.reference().value())
                .put("orderNo", orderNo(draft));
        if (draft.exchangeRate() != null) {
            invoice.put("exchangeRate", Amounts.plain(draft.exchangeRate()));
        }
        if (draft.credits() != null) {
            invoice.put("creditedInvoiceId", draft.credits().value());
        }
        String message = Text.block(draft.message(), BillyAssumption.LONGEST_TEXT);
        if (!message.isEmpty()) {
            invoice.put("contactMessage", message);
        }
        ArrayNode lines = invoice.putArray("lines");
        for (DraftLine line : draft.lines()) {
            lines.add(line(line, parties, lines.size() + 1));
        }
        return BillyJson.wrap("invoice", invoice);
    }

    /** As it is sent, and so as it is searched for. */
    static String orderNo(InvoiceDraft draft) {
        return Text.line(draft.orderNumber(), BillyAssumption.LONGEST_NAME);
    }

    private static ObjectNode line(DraftLine line, Parties.Search.Complete parties, int priority) {
        ObjectNode body = BillyJson.object()
                .put("productId", parties.products().get(line.account()))
                .put("description", Text.block(line.description(), BillyAssumption.LONGEST_TEXT))
                .put("quantity", Amounts.plain(line.quantity()))
                .put("unitPrice", Amounts.plain(line.unitPrice()))
                .put("priority", priority);
        return line.discount().isZero()
                ? body
                : body.put("discountMode", "cash").put("discountValue", Amounts.plain(line.discount()));
    }
}
