package dk.ordrebro.order;

import dk.ordrebro.money.VatRate;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order as the shop told it.
 *
 * @param key the shop's id of the line, unique in the order
 * @param quantity pieces, decimals allowed; negative where the shop takes back
 * @param unitPrice price of one before discount, in the order's currency and price mode; may have more decimals than the currency
 * @param discount reduction of this line, or null
 * @param vatRate the rate the shop charged, or null where it does not say
 */
public record OrderLine(
        String key,
        LineKind kind,
        @Nullable String sku,
        String title,
        BigDecimal quantity,
        BigDecimal unitPrice,
        @Nullable Discount discount,
        @Nullable VatRate vatRate) {

    /** Quantity times unit price, unrounded, before any discount. */
    public BigDecimal value() {
        return quantity.multiply(unitPrice);
    }

    /** Whether the line only makes others cheaper: a discount written as a line, or a fee that gives money back. */
    public boolean isReduction() {
        return value().signum() < 0 && (kind == LineKind.DISCOUNT || kind == LineKind.FEE);
    }

    /** Whether the line follows the goods instead of being handled for itself. */
    public boolean isCarriage() {
        return kind == LineKind.FREIGHT || kind == LineKind.FEE;
    }
}
