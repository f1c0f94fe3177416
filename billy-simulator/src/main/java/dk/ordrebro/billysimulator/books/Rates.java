package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.store.Change;
import dk.ordrebro.billysimulator.store.Deviation;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Tax rates as fractions. */
final class Rates {

    private Rates() {}

    static BigDecimal fraction(@Nullable Row rate) {
        return rate == null ? BigDecimal.ZERO : rate.get(TaxRate.RATE, BigDecimal.ZERO);
    }

    /** The rate that goes on the line: the one chosen, unless a fault was ordered for this change. */
    static @Nullable Row chosen(Change change, @Nullable Row rate) {
        if (!change.deviates(Deviation.OTHER_RATE)) {
            return rate;
        }
        return change.all(TaxRate.SCHEMA).stream()
                .filter(other -> other.is(TaxRate.APPLIES_TO_SALES))
                .filter(other -> fraction(other).compareTo(fraction(rate)) != 0)
                .findFirst()
                .orElse(null);
    }
}
