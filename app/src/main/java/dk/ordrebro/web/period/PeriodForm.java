package dk.ordrebro.web.period;

import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.period.Dimension;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What was asked for. Null and nonsense are what is shown by itself.
 *
 * @param by what the sales are told apart by
 * @param euro kroner for one euro, with comma or point
 */
record PeriodForm(
        @Nullable AccountingIntegrationId accounting,
        @Nullable OrderIntegrationId shop,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate from,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate through,

        @Nullable Dimension by,
        @Nullable String euro) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Empty where none was typed, or none that can be a rate. */
    Optional<BigDecimal> kronerPerEuro() {
        if (euro == null || euro.isBlank()) {
            return Optional.empty();
        }
        try {
            BigDecimal rate = new BigDecimal(euro.strip().replace(',', '.'));
            return rate.compareTo(BigDecimal.ONE) > 0 && rate.compareTo(HUNDRED) < 0
                    ? Optional.of(rate)
                    : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    boolean isEuroWrong() {
        return euro != null && !euro.isBlank() && kronerPerEuro().isEmpty();
    }
}
