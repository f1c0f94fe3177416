package dk.ordrebro.enrichment;

import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.enrichment.treatment.Verdict;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.Payment;
import java.util.ArrayList;
import java.util.List;

/** Sentences printed on documents. They are Danish, as the seller's books are. */
public final class Texts {

    private Texts() {}

    public static String capped(String text) {
        return text.length() <= InvoiceDraft.LONGEST_TEXT
                ? text
                : text.substring(0, InvoiceDraft.LONGEST_TEXT - 1) + "…";
    }

    static String message(Order order, Verdict.Decided verdict, TrailNotes trail) {
        List<String> sentences = new ArrayList<>();
        sentences.add("Ordre " + order.number());
        switch (verdict.treatment()) {
            // docs/reference/vat.md 3.1: an exempt EU supply names the buyer's VAT number and the reason, § 62
            case EU_BUSINESS_ZERO ->
                sentences.add("Momsfri EU-leverance, momslovens § 34, stk. 1, nr. 1. Købers momsnummer: "
                        + verdict.registrationNumber());
            case EXPORT_ZERO -> sentences.add("Momsfri eksport, momslovens § 34, stk. 1, nr. 5");
            case DOMESTIC, EU_CONSUMER_DANISH_VAT, EU_CONSUMER_OSS -> {
                // charged VAT needs no remark
            }
        }
        for (Payment payment : order.payments()) {
            if (payment.kind() == Payment.Kind.GIFT_CARD) {
                sentences.add("Betalt med gavekort: " + payment.amount());
                trail.note("GIFT_CARD_PAID", payment.amount().toString());
            }
        }
        return capped(String.join("\n", sentences));
    }
}
