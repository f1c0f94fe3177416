/** The page of a period: what was sold, told apart, and what the authorities ask of it. */
@NullMarked
package dk.ordrebro.web.period;

import org.jspecify.annotations.NullMarked;
