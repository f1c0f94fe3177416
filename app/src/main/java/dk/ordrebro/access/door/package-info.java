/** The two doors of the house, one for people and one for programs, put together from the rooms below. */
@NullMarked
package dk.ordrebro.access.door;

import org.jspecify.annotations.NullMarked;
