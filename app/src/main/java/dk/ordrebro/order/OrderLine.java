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
        @Nullable VatRate vatRate) {}
