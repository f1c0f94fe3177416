/** What a credit note gives back: found by a person where the shop does not tell, and waited for where it is not booked yet. */
@NullMarked
package dk.ordrebro.booking.original;

import org.jspecify.annotations.NullMarked;
