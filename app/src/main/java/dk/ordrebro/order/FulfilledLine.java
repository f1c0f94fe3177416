package dk.ordrebro.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of an order line that a fulfillment delivers: the pieces from {@code from} up to {@code from + quantity}.
 * Knowing where the stretch starts lets every part be computed alone and all parts still make the whole
 * ({@code docs/reference/vat.md} 5.4, cumulative rule). A return counts its stretch within the delivered fulfillment's line.
 *
 * @param lineKey {@link OrderLine#key()}; in a return also empty, for money that is spread over all that was delivered
 * @param quantity pieces; zero in a return where only money went back
 * @param back of a return: what was paid back, where that is not what the pieces cost; otherwise null
 */
public record FulfilledLine(
        String lineKey,
        BigDecimal from,
        BigDecimal quantity,
        @Nullable MoneyBack back) {

    public FulfilledLine(String lineKey, BigDecimal from, BigDecimal quantity) {
        this(lineKey, from, quantity, null);
    }

    public BigDecimal to() {
        return from.add(quantity);
    }
}
