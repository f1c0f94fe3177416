package dk.ordrebro.booking.edit;

/**
 * One thing that the shop says otherwise than when the document was made.
 *
 * @param line title of the order line it is about; empty where it is about the whole order
 * @param before as it was booked, and {@code after} as the shop says now, each as a person reads it; empty where there is nothing
 */
public record Difference(What what, String line, String before, String after) {

    /** What can differ. Pages have a word for each in every language. */
    public enum What {
        CURRENCY,
        BUYER,
        COMPANY_NAME,
        VAT_NUMBER,
        EAN,
        BILLING_ADDRESS,
        /** Where the goods go: it decides the area. */
        DELIVERY_COUNTRY,
        LINE_GONE,
        LINE_ADDED,
        ARTICLE,
        QUANTITY,
        PRICE,
        LINE_DISCOUNT,
        VAT_RATE,
        ORDER_DISCOUNT
    }

    static Difference of(What what, String before, String after) {
        return new Difference(what, "", before, after);
    }
}
