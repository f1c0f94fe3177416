/** What the shops said, every revision kept, and what was handled of it. */
@org.springframework.modulith.ApplicationModule(
        displayName = "order",
        allowedDependencies = {"access", "integration", "money"})
@NullMarked
package dk.ordrebro.order;

import org.jspecify.annotations.NullMarked;
