/** The doors through which orders come in; one folder each, and no folder sees another. */
@org.springframework.modulith.ApplicationModule(
        displayName = "intake",
        allowedDependencies = {"work", "access", "integration", "order", "question", "money"})
@NullMarked
package dk.ordrebro.intake;

import org.jspecify.annotations.NullMarked;
