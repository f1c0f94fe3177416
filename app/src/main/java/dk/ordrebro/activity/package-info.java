/** The audit trail: append-only, chained by hashes. It only listens. */
@org.springframework.modulith.ApplicationModule(
        displayName = "activity",
        allowedDependencies = {
            "access",
            "integration",
            "order",
            "accounting",
            "enrichment",
            "booking",
            "question",
            "money"
        })
@NullMarked
package dk.ordrebro.activity;

import org.jspecify.annotations.NullMarked;
