package dk.ordrebro.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * Pieces that came back or were refunded, and money that was paid back for a line. They are taken from what was delivered, first delivery first;
 * what was never delivered cannot come back and is left out.
 *
 * @param shopKey the shop's own id of the refund or return, the same whenever it is told
 * @param quantities pieces by line key; freight and fees only where they are named
 * @param amounts what was paid back by line key, with VAT, in the order's currency, where it is not what the pieces cost, or where there are no
 *     pieces: the shop's own amount, always
 */
public record ShopReturn(
        String shopKey, Instant at, Map<String, BigDecimal> quantities, Map<String, BigDecimal> amounts) {

    public ShopReturn {
        quantities = Map.copyOf(quantities);
        amounts = Map.copyOf(amounts);
    }

    public ShopReturn(String shopKey, Instant at, Map<String, BigDecimal> quantities) {
        this(shopKey, at, quantities, Map.of());
    }
}
