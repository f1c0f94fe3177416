package dk.ordrebro.period;

/** What the sales of a period can be told apart by. */
public enum Dimension {
    TREATMENT("s.treatment", "''"),
    AREA("s.area", "''"),
    /** ISO 3166-1 alpha-2, of the place that decides the VAT. */
    COUNTRY("s.country", "''"),
    /** Percent, such as 25 or 25.5. */
    RATE("p.rate::text", "''"),
    ACCOUNT("p.account", "p.account_name"),
    /** Kind and area, such as ITEM/DOMESTIC. */
    TEMPLATE("p.template", "''"),
    /** The title of the payment, in the shop's words; empty where it told of none. */
    PAYMENT("s.payment", "''"),
    SHOP("b.order_integration_id::text", "''"),
    STANDING("b.standing", "''"),
    /** Such as 2026-11. */
    MONTH("to_char(b.day, 'YYYY-MM')", "''");

    /** The value in SQL: {@code b} is the booking, {@code s} the sale, {@code p} the posting. */
    final String value;
    /** What a person calls it, where the row itself knows. */
    final String name;

    Dimension(String value, String name) {
        this.value = value;
        this.name = name;
    }
}
