/** What changed in the ledger's chart since the templates were chosen. */
@NullMarked
package dk.ordrebro.enrichment.chart;

import org.jspecify.annotations.NullMarked;
