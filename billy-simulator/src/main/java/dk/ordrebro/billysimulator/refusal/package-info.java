/** The ways in which Billy says no. */
@NullMarked
package dk.ordrebro.billysimulator.refusal;

import org.jspecify.annotations.NullMarked;
