/** The way out to addresses on the public internet: one hardened HTTP client that others stand on. */
@org.springframework.modulith.ApplicationModule(
        displayName = "outside",
        allowedDependencies = {"integration"})
@NullMarked
package dk.ordrebro.outside;

import org.jspecify.annotations.NullMarked;
