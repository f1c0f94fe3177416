/** What bookings come to, by day, by trouble and by health, kept while they move. */
@NullMarked
package dk.ordrebro.booking.totals;

import org.jspecify.annotations.NullMarked;
