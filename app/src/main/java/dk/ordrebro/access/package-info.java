/** Who may do what: companies, users, roles, sessions and API tokens. */
@org.springframework.modulith.ApplicationModule(
        displayName = "access",
        allowedDependencies = {})
@NullMarked
package dk.ordrebro.access;

import org.jspecify.annotations.NullMarked;
