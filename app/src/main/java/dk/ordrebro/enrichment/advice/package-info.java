/** Which templates a company needs, which would fit, and which no longer do. */
@NullMarked
package dk.ordrebro.enrichment.advice;

import org.jspecify.annotations.NullMarked;
