package dk.ordrebro.order;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The order's own totals as the shop states them; null where it does not. They are the standard our sums must meet. */
public record StatedTotals(
        @Nullable Money net, @Nullable Money vat, @Nullable Money gross) {

    public static final StatedTotals NONE = new StatedTotals(null, null, null);
}
