package dk.ordrebro.intake.vendure;

/** The fields a Vendure shop is connected with. */
final class Fields {

    /** Root of the Admin API, such as {@code https://shop.example/admin-api}. */
    static final String API = "admin-api";

    /** An administrator with the right to read orders. */
    static final String USER = "user";

    static final String PASSWORD = "password";

    /** Which of several channels; empty for the default one. */
    static final String CHANNEL = "channel-token";

    /**
     * Where the shop keeps a buyer's VAT number: {@code order.}, {@code customer.} or {@code address.} and the name of a custom field; empty where it
     * keeps none.
     */
    static final String VAT_NUMBER = "vat-field";

    private Fields() {}
}
