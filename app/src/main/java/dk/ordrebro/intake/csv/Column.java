package dk.ordrebro.intake.csv;

/** What a column of the file says. */
public enum Column {
    ORDER("InvoiceNo", true),
    SKU("StockCode", true),
    TITLE("Description", true),
    QUANTITY("Quantity", true),
    /** Local time of the shop. */
    DATE("InvoiceDate", true),
    UNIT_PRICE("UnitPrice", true),
    /** Empty for a guest. */
    CUSTOMER("CustomerID", true),
    COUNTRY("Country", true),
    NAME("Name", false),
    COMPANY("Company", false),
    EMAIL("Email", false),
    VAT_NUMBER("VatNumber", false),
    STREET("Street", false),
    POSTCODE("Postcode", false),
    CITY("City", false),
    /** ISO 4217; where it is missing or empty the layout's currency applies. */
    CURRENCY("Currency", false),
    /** In percent. */
    VAT_RATE("VatRate", false),
    /** Of the whole order, in the price mode of the file; on one of its rows, or the same on each. The four that follow are so too. */
    FREIGHT("OrderFreight", false),
    /** A reduction of the whole order, whatever its sign. */
    DISCOUNT("OrderDiscount", false),
    /** VAT of the whole order. */
    TAX("OrderTax", false),
    /** What the customer paid, with VAT: what the invoice is compared with. */
    TOTAL("OrderTotal", false);

    private final String usualHeader;
    private final boolean required;

    Column(String usualHeader, boolean required) {
        this.usualHeader = usualHeader;
        this.required = required;
    }

    /** What stands above the column unless a layout says otherwise. */
    public String usualHeader() {
        return usualHeader;
    }

    /** Whether a file without it is refused, unless the layout says that there is none. */
    public boolean required() {
        return required;
    }

    /** Whether it is money of the whole order. */
    public boolean ofTheOrder() {
        return this == FREIGHT || this == DISCOUNT || this == TAX || this == TOTAL;
    }

    /** Whether there is no order without it. */
    public boolean essential() {
        return this == ORDER || this == QUANTITY || this == DATE || this == UNIT_PRICE;
    }
}
