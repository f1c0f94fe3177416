/** Where a delivery goes, as VAT sees it: areas, territories and the standard rates of countries. */
@org.springframework.modulith.NamedInterface("place")
@NullMarked
package dk.ordrebro.enrichment.place;

import org.jspecify.annotations.NullMarked;
