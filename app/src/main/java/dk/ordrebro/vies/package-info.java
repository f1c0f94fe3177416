/** VAT numbers of the EU: their form, and what the EU's own register (VIES) said of them when it was asked. */
@org.springframework.modulith.ApplicationModule(
        displayName = "vies",
        allowedDependencies = {"access", "integration", "outside"})
@NullMarked
package dk.ordrebro.vies;

import org.jspecify.annotations.NullMarked;
