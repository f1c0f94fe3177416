/** What enrichment asks a person, and why there may be nothing to invoice. */
@org.springframework.modulith.NamedInterface("question")
@NullMarked
package dk.ordrebro.enrichment.question;

import org.jspecify.annotations.NullMarked;
