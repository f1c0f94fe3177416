/** The public REST API. */
@org.springframework.modulith.ApplicationModule(
        displayName = "api",
        allowedDependencies = {
            "access",
            "integration",
            "order",
            "question",
            "accounting",
            "enrichment",
            "intake",
            "intake::push",
            "intake::csv",
            "intake::shipmondo",
            "booking",
            "proof",
            "activity",
            "money"
        })
@NullMarked
package dk.ordrebro.api;

import org.jspecify.annotations.NullMarked;
