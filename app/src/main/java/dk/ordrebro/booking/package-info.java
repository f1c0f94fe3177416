/** A fulfillment becomes exactly one invoice. The only module that may cause one. */
@org.springframework.modulith.ApplicationModule(
        displayName = "booking",
        allowedDependencies = {
            "work",
            "access",
            "integration",
            "order",
            "order::list",
            "accounting",
            "accounting :: arithmetic",
            "enrichment",
            "enrichment::credit",
            "enrichment::question",
            "enrichment::treatment",
            "enrichment::rule",
            "enrichment::template",
            "enrichment::place",
            "enrichment::chart",
            "question",
            "money"
        })
@NullMarked
package dk.ordrebro.booking;

import org.jspecify.annotations.NullMarked;
