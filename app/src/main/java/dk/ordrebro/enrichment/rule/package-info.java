/** Exceptions below the templates: what a line must be, and the account and VAT ruleset it then takes. */
@org.springframework.modulith.NamedInterface("rule")
@NullMarked
package dk.ordrebro.enrichment.rule;

import org.jspecify.annotations.NullMarked;
