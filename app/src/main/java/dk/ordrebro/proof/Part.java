package dk.ordrebro.proof;

import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.order.Fulfillment;

/** What a fulfillment does with an order's money. */
public enum Part {
    SALE,
    /** A delivery of an order that takes back as a whole. */
    REFUND,
    /** Takes a delivery back so that the same pieces can be handled again. */
    UNDO,
    /** The customer sent something back. */
    RETURN;

    static Part of(Fulfillment fulfillment, DocumentType type) {
        if (fulfillment.isReturn()) {
            return fulfillment.reopens() ? UNDO : RETURN;
        }
        return type == DocumentType.CREDIT_NOTE ? REFUND : SALE;
    }

    /** Whether its document is a credit note, whose amounts count with a minus. */
    public boolean isCredit() {
        return this != SALE;
    }
}
