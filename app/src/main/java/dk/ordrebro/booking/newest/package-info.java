/** As long as no document exists, a booking is made of what the shop says now, with the day of its delivery. */
@NullMarked
package dk.ordrebro.booking.newest;

import org.jspecify.annotations.NullMarked;
