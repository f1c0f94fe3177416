/** The command line: start, demo and preview. */
@org.springframework.modulith.ApplicationModule(
        displayName = "command",
        allowedDependencies = {
            "access",
            "access::people",
            "access::signin",
            "database",
            "database::backup",
            "integration",
            "order",
            "question",
            "accounting",
            "enrichment",
            "enrichment::template",
            "enrichment::place",
            "intake",
            "intake::push",
            "intake::csv",
            "booking",
            "booking::totals",
            "proof",
            "activity",
            "money"
        })
@NullMarked
package dk.ordrebro.command;

import org.jspecify.annotations.NullMarked;
