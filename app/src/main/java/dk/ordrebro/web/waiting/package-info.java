/** What waits for a person outside the bookings, in the list of all that needs attention: answered there, one or many alike. */
@NullMarked
package dk.ordrebro.web.waiting;

import org.jspecify.annotations.NullMarked;
