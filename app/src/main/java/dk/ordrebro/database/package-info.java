/** The PostgreSQL the application stands on: one started by the program itself, or one from outside. */
@org.springframework.modulith.ApplicationModule(
        displayName = "database",
        allowedDependencies = {})
@NullMarked
package dk.ordrebro.database;

import org.jspecify.annotations.NullMarked;
