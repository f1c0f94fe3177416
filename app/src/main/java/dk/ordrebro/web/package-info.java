/** The pages, a package for each screen. */
@org.springframework.modulith.ApplicationModule(
        displayName = "web",
        allowedDependencies = {
            "access",
            "integration",
            "order",
            "accounting",
            "enrichment",
            "intake",
            "intake::push",
            "intake::csv",
            "booking",
            "proof",
            "alarm",
            "activity",
            "webhook",
            "money"
        })
@NullMarked
package dk.ordrebro.web;

import org.jspecify.annotations.NullMarked;
