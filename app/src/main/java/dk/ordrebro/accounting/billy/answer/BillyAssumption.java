package dk.ordrebro.accounting.billy.answer;

/**
 * Everything this adapter takes for granted about Billy without proof, in one place. The numbers are those of section 14 of {@code docs/reference/billy-api.md}, or the
 * section a thing without a number stands in. The contract suite says which of them a run against a real company settled; what turns out
 * otherwise is corrected here and where the constant is used.
 */
public enum BillyAssumption {
    CREDIT_NOTE_WORD("14.1", "a credit note's type is written creditNote; credit_note is understood as well"),
    CHANGED_RECORDS(
            "14.2",
            "a write answers with plural arrays of what it changed; a singular record is understood, else it is read again"),
    ORGANIZATION_ID("14.3", "new records name the company; changes and lists do not"),
    NUMBER_AT_APPROVAL("14.4", "a draft has no number; approval gives it one"),
    DRAFTS_ARE_REMADE("14.5", "a draft with a wrong VAT rate is deleted and made anew, never changed"),
    REJECTION("14.6", "every other 4xx with Billy's error envelope means that nothing was stored"),
    APPROVED_STAYS("14.7", "an approved invoice cannot be deleted, and we never try"),
    VOIDED_IS_ONLY_READ("14.8", "voiding happens in Billy's own pages; a voided document is as good as none"),
    LINKED_CREDIT("14.9", "a credit note that names its invoice offsets it; amounts are positive"),
    LOCKED_PERIOD("14.10", "a document dated on or before fiscalLockingDate is refused, so we do not send it"),
    ROUNDING(
            "14.11",
            "amounts have two decimals and are rounded half away from zero; VAT once over a document, until answers show another way"),
    RATE_LIMIT("14.12", "429 with Retry-After is the only throttle, and nothing was stored"),
    EXTERNAL_ID("14.13", "externalId is stored, echoed and can be filtered by"),
    UNKNOWN_FILTERS("14.14", "a filter may be ignored without a word, so every row is checked again"),
    STATE_FILTER("14.15", "a state is never filtered by"),
    RULESET_ALWAYS_SET("14.16", "a product without a ruleset is never used"),
    NOTHING_IS_DELETED("14.17", "contacts and products are never deleted"),
    LENGTHS("14.18", "texts up to 1000 characters and names up to 255 are accepted"),
    TIMES("14.19", "createdTime only gives an order"),
    PAYMENT_TERMS("14.20", "terms are left out, and the company's own apply"),
    TAX_EXEMPT("14.21", "isSalesTaxExempt is never set"),
    PAGES("6.9", "a document's page is appUrl/invoices/id; where appUrl is missing there is no link"),
    EMBEDDING("2.3", "lines and rules can be embedded; where they are not, they are asked for"),
    MEMBER_COUNTRIES("6.7", "memberCountryIds holds two-letter codes with anything between them, or nothing"),
    RULE_WITHOUT_COUNTRY(
            "6.7",
            "a rule without country and group is for every country; one with a state or city fits none of our contacts"),
    CONTACT_NUMBER("6.3", "contactNo is kept as sent"),
    PRODUCT_NUMBER("6.4", "productNo need not be unique; when Billy refuses one, the product is made without it"),
    RULE_ORDER("8", "rules are tried by ascending priority, and no taxRateId means no VAT"),
    CASH_DISCOUNT("8", "a cash discount is for the whole line, in the document's tax mode"),
    EXCHANGE_RATE("8", "exchangeRate is base currency for one unit of the document's currency"),
    NUMBERING_MODE("6.9", "invoiceNoMode sequential, or none, means that Billy numbers");

    /** {@link #CREDIT_NOTE_WORD}. */
    public static final String CREDIT_NOTE = "creditNote";

    /** {@link #CREDIT_NOTE_WORD}. */
    public static final String CREDIT_NOTE_OF_OLD = "credit_note";

    /** {@link #NUMBERING_MODE}. */
    public static final String SEQUENTIAL = "sequential";

    /** {@link #LENGTHS}, in characters. */
    public static final int LONGEST_NAME = 255;

    /** {@link #LENGTHS}, in characters. */
    public static final int LONGEST_TEXT = 1000;

    private final String section;
    private final String belief;

    BillyAssumption(String section, String belief) {
        this.section = section;
        this.belief = belief;
    }

    /** Where {@code docs/reference/billy-api.md} speaks of it. */
    String section() {
        return section;
    }

    /** What we take for granted. */
    String belief() {
        return belief;
    }

    @Override
    public String toString() {
        return name() + " (" + section + "): " + belief;
    }
}
