/** Tells people by mail when something is wrong, once for each trouble, and once when it is over. */
@org.springframework.modulith.ApplicationModule(
        displayName = "alarm",
        allowedDependencies = {
            "access",
            "mail",
            "integration",
            "order",
            "accounting",
            "booking",
            "booking::totals",
            "proof",
            "question",
            "money"
        })
@NullMarked
package dk.ordrebro.alarm;

import org.jspecify.annotations.NullMarked;
