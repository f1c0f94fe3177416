/** How a sale is taxed, from its place, its buyer and the rate charged. */
@org.springframework.modulith.NamedInterface("treatment")
@NullMarked
package dk.ordrebro.enrichment.treatment;

import org.jspecify.annotations.NullMarked;
