/** The accounting program as the rest of the house sees it: words and a port. */
@org.springframework.modulith.ApplicationModule(
        displayName = "accounting",
        allowedDependencies = {"access", "integration", "question", "money"})
@NullMarked
package dk.ordrebro.accounting;

import org.jspecify.annotations.NullMarked;
