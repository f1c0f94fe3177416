package dk.ordrebro.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * Pieces that came back or were refunded in full. They are taken from what was delivered, first delivery first; what was never delivered
 * cannot come back and is left out.
 *
 * @param shopKey the shop's own id of the refund or return, the same whenever it is told
 * @param quantities pieces by line key; freight and fees only where they are named
 */
public record ShopReturn(String shopKey, Instant at, Map<String, BigDecimal> quantities) {

    public ShopReturn {
        quantities = Map.copyOf(quantities);
    }
}
