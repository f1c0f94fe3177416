package dk.ordrebro.intake.woocommerce;

import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.LineKind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line, freight or fee of an order, in the shop's amounts.
 *
 * @param key the shop's id of it
 * @param before coupons
 * @param after coupons: what the customer pays
 * @param rate null where the shop does not say, and for a reduction that touches several rates
 */
record Sold(
        String key,
        LineKind kind,
        @Nullable String sku,
        String title,
        BigDecimal quantity,
        Amounts before,
        Amounts after,
        @Nullable VatRate rate) {

    boolean isReduction() {
        return kind == LineKind.FEE && after.net().signum() < 0;
    }
}
