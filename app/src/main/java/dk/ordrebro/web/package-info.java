/** The pages, a package for each screen. */
@org.springframework.modulith.ApplicationModule(
        displayName = "web",
        allowedDependencies = {
            "access",
            "access::guard",
            "access::people",
            "access::joining",
            "access::factor",
            "access::signin",
            "access::passkey",
            "access::token",
            "mail",
            "integration",
            "vies",
            "order",
            "order::bulk",
            "order::list",
            "question",
            "accounting",
            "accounting :: arithmetic",
            "enrichment",
            "enrichment::question",
            "enrichment::treatment",
            "enrichment::rule",
            "enrichment::template",
            "enrichment::place",
            "enrichment::advice",
            "enrichment::chart",
            "intake",
            "intake::http",
            "intake::push",
            "intake::csv",
            "intake::refund",
            "booking",
            "booking::totals",
            "booking::edit",
            "booking::list",
            "proof",
            "period",
            "alarm",
            "activity",
            "webhook",
            "money"
        })
@NullMarked
package dk.ordrebro.web;

import org.jspecify.annotations.NullMarked;
