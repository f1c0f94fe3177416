package dk.ordrebro.intake.shopify;

import dk.ordrebro.order.LineKind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line as Shopify tells it: goods, freight, a fee or a tip. Amounts are in the customer's currency, with or without VAT as the order says.
 *
 * @param quantity as ordered, with what was removed or refunded since
 * @param current without those
 * @param open not delivered yet, and still to be
 * @param discount for all pieces as ordered
 */
record ShopifyLine(
        String key,
        LineKind kind,
        @Nullable String sku,
        String title,
        int quantity,
        int current,
        int open,
        BigDecimal unitPrice,
        BigDecimal discount,
        Taxes taxes) {

    static final String FREIGHT_KEY = "freight-";

    BigDecimal amount() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity)).subtract(discount);
    }

    boolean isGoods() {
        return kind == LineKind.ITEM || kind == LineKind.GIFT_CARD;
    }
}
