package dk.ordrebro.order;

import java.math.BigDecimal;

/**
 * A stretch of an order line that a fulfillment delivers: the pieces from {@code from} up to {@code from + quantity}.
 * Knowing where the stretch starts lets every part be computed alone and all parts still make the whole
 * ({@code docs/reference/vat.md} 5.4, cumulative rule). A return counts its stretch within the delivered fulfillment's line.
 *
 * @param lineKey {@link OrderLine#key()}
 */
public record FulfilledLine(String lineKey, BigDecimal from, BigDecimal quantity) {

    public BigDecimal to() {
        return from.add(quantity);
    }
}
