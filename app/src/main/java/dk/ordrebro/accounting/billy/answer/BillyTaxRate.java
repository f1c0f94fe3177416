package dk.ordrebro.accounting.billy.answer;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A VAT rate.
 *
 * @param rate a fraction: 0.25 is 25 %
 */
public record BillyTaxRate(@Nullable String id, @Nullable BigDecimal rate) {}
