/**
 * What only a person can decide, as types. A {@link dk.ordrebro.question.Reason} is a {@link dk.ordrebro.question.Kind} (each owner has an enum
 * of its own) with typed {@link dk.ordrebro.question.Fact}s; pages put it into words by the type of the fact and never read one out of a text.
 * An {@link dk.ordrebro.question.Answer} is what a person decided; {@link dk.ordrebro.question.Answers} keeps it on the order, with who, when
 * and why, beside what the shop said and never in its place. Enrichment and booking follow the answers that stand.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "question",
        allowedDependencies = {"access", "money", "order"})
@NullMarked
package dk.ordrebro.question;

import org.jspecify.annotations.NullMarked;
