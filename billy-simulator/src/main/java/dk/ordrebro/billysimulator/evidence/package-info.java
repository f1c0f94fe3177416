/** How the simulator knows what it does: each behaviour says where it was seen, or that it is a guess. */
@NullMarked
package dk.ordrebro.billysimulator.evidence;

import org.jspecify.annotations.NullMarked;
