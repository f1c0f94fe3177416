/** The page of the proof. */
@NullMarked
package dk.ordrebro.web.proof;

import org.jspecify.annotations.NullMarked;
