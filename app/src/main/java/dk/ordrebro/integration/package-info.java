/** The order and accounting integrations of a company, their settings and sealed secrets. */
@org.springframework.modulith.ApplicationModule(
        displayName = "integration",
        allowedDependencies = {"access"})
@NullMarked
package dk.ordrebro.integration;

import org.jspecify.annotations.NullMarked;
