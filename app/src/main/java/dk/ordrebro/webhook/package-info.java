/** Tells programs of others, by signed webhooks, what becomes of bookings. It only listens. */
@org.springframework.modulith.ApplicationModule(
        displayName = "webhook",
        allowedDependencies = {
            "work",
            "access",
            "integration",
            "outside",
            "order",
            "accounting",
            "booking",
            "question",
            "money"
        })
@NullMarked
package dk.ordrebro.webhook;

import org.jspecify.annotations.NullMarked;
