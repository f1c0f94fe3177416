/** Records and their shapes: which keys a record has, of which type, under which rules. */
@NullMarked
package dk.ordrebro.billysimulator.record;

import org.jspecify.annotations.NullMarked;
