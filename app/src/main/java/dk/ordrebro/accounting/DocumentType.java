package dk.ordrebro.accounting;

/** What kind of document is made. Amounts are positive on both. */
public enum DocumentType {
    INVOICE,
    CREDIT_NOTE
}
