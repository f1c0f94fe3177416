package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;
import java.math.BigDecimal;

/** Keys of a product's price in one currency (reference 6.4): a default for people, not for the API. */
public final class ProductPrice {
    public static final Schema SCHEMA = Schema.of("productPrice", "productPrices");
    public static final Field<String> PRODUCT_ID =
            SCHEMA.reference("productId", "product", DOCUMENTED, REQUIRED, IMMUTABLE, INDEXED);
    public static final Field<BigDecimal> UNIT_PRICE = SCHEMA.decimal("unitPrice", DOCUMENTED, REQUIRED);
    public static final Field<String> CURRENCY_ID = SCHEMA.reference("currencyId", "currency", DOCUMENTED, REQUIRED);

    private ProductPrice() {}
}
