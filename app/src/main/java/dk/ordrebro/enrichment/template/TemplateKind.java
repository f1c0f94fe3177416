package dk.ordrebro.enrichment.template;

/** What a template is for. The six everybody has are ITEM and FREIGHT in each area; the others exist once a person makes them. */
public enum TemplateKind {
    ITEM,
    FREIGHT,
    /** Fees take the freight template until there is one for fees ({@code docs/reference/vat.md} 2: a payment fee is treated as freight). */
    FEE,
    /** Gift cards sold: never guessed, held until there is a template. */
    GIFT_CARD,
    /** A VAT-free line of at most one minor unit a line, only where a person has chosen an account for it. */
    ROUNDING
}
