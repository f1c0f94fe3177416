/** How work is done on all nodes together: once at a time for each thing, again after a crash, and written down in groups. */
@org.springframework.modulith.ApplicationModule(
        displayName = "work",
        allowedDependencies = {})
@NullMarked
package dk.ordrebro.work;

import org.jspecify.annotations.NullMarked;
