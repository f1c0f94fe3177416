package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;
import java.math.BigDecimal;
import java.util.List;

/** Keys of an invoice line (reference 6.2): there is no account, VAT or unit on it. */
public final class InvoiceLine {
    public static final Schema SCHEMA = Schema.of("invoiceLine", "invoiceLines");
    public static final String PERCENT = "percent";
    public static final Field<String> INVOICE_ID =
            SCHEMA.reference("invoiceId", "invoice", DOCUMENTED, REQUIRED, IMMUTABLE, INDEXED);
    public static final Field<String> PRODUCT_ID =
            SCHEMA.reference("productId", "product", DOCUMENTED, REQUIRED, INDEXED);
    public static final Field<String> DESCRIPTION = SCHEMA.text("description", DOCUMENTED);
    public static final Field<BigDecimal> QUANTITY = SCHEMA.decimal("quantity", DOCUMENTED, REQUIRED);
    public static final Field<BigDecimal> UNIT_PRICE = SCHEMA.decimal("unitPrice", DOCUMENTED, REQUIRED);
    public static final Field<BigDecimal> AMOUNT = SCHEMA.decimal("amount", RECORDED, READ_ONLY);
    public static final Field<BigDecimal> TAX = SCHEMA.decimal("tax", DOCUMENTED, READ_ONLY);
    public static final Field<String> TAX_RATE_ID = SCHEMA.reference("taxRateId", "taxRate", DOCUMENTED, READ_ONLY);
    public static final Field<String> DISCOUNT_TEXT = SCHEMA.text("discountText", DOCUMENTED);
    public static final Field<String> DISCOUNT_MODE = SCHEMA.choice("discountMode", REPORTED, List.of(PERCENT, "cash"));
    public static final Field<BigDecimal> DISCOUNT_VALUE = SCHEMA.decimal("discountValue", DOCUMENTED);
    public static final Field<Integer> PRIORITY = SCHEMA.whole("priority", DOCUMENTED);

    private InvoiceLine() {}
}
