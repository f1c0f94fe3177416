package dk.ordrebro.order;

/** What an order line is. */
public enum LineKind {
    ITEM,
    FREIGHT,
    /** A reduction written as a line of its own; its amount is negative. */
    DISCOUNT,
    /** A gift card sold. A gift card used to pay is a {@link Payment}. */
    GIFT_CARD,
    FEE
}
