package dk.ordrebro.accounting;

/** What the accounting program should take the buyer for when it picks the VAT rate. */
public enum BuyerType {
    COMPANY,
    PERSON
}
