/** What was sold in a period, in kroner, as the books and the authorities ask for it. It only reads. */
@ApplicationModule(
        displayName = "period",
        allowedDependencies = {
            "access",
            "integration",
            "accounting",
            "enrichment",
            "enrichment::treatment",
            "booking",
            "proof",
            "money"
        })
@NullMarked
package dk.ordrebro.period;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
