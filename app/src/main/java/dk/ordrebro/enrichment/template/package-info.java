/** Line kind and area to account and VAT ruleset: what an owner chose. */
@org.springframework.modulith.NamedInterface("template")
@NullMarked
package dk.ordrebro.enrichment.template;

import org.jspecify.annotations.NullMarked;
