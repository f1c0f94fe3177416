/** Which days a document can have. */
@NullMarked
package dk.ordrebro.booking.day;

import org.jspecify.annotations.NullMarked;
