/** Amounts that always agree to the minor unit: VAT rates, rounding, allocation. Pure. */
@org.springframework.modulith.ApplicationModule(
        displayName = "money",
        allowedDependencies = {})
@NullMarked
package dk.ordrebro.money;

import org.jspecify.annotations.NullMarked;
