/** Order and chart in, invoice draft with its reasons out: templates, areas, VAT and sums. */
@org.springframework.modulith.ApplicationModule(
        displayName = "enrichment",
        allowedDependencies = {
            "access",
            "integration",
            "vies",
            "order",
            "accounting",
            "accounting :: arithmetic",
            "question",
            "money"
        })
@NullMarked
package dk.ordrebro.enrichment;

import org.jspecify.annotations.NullMarked;
