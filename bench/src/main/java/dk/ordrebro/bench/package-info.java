/** Measures what the inner parts cost. */
@NullMarked
package dk.ordrebro.bench;

import org.jspecify.annotations.NullMarked;
