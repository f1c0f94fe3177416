/** What is given back of an invoice, and what is left of it. */
@org.springframework.modulith.NamedInterface("credit")
@NullMarked
package dk.ordrebro.enrichment.credit;

import org.jspecify.annotations.NullMarked;
