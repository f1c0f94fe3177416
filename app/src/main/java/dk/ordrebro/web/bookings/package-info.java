/** Bookings, and what needs attention. */
@NullMarked
package dk.ordrebro.web.bookings;

import org.jspecify.annotations.NullMarked;
