/** The standing comparison: handled orders, bookings and invoices, day by day. */
@org.springframework.modulith.ApplicationModule(
        displayName = "proof",
        allowedDependencies = {
            "access",
            "integration",
            "order",
            "accounting",
            "intake",
            "intake::refund",
            "enrichment",
            "booking",
            "booking::totals",
            "booking::edit",
            "question",
            "money"
        })
@NullMarked
package dk.ordrebro.proof;

import org.jspecify.annotations.NullMarked;
