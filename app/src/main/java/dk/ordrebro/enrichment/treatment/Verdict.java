package dk.ordrebro.enrichment.treatment;

import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.question.Reason;

/** How a sale is treated: decided, or a question in the way. */
public sealed interface Verdict {

    /** The treatment, the buyer type that goes with it, and the number to print on the invoice (may be empty). */
    record Decided(VatTreatment treatment, BuyerType buyer, String registrationNumber) implements Verdict {}

    record Open(Reason question) implements Verdict {}
}
