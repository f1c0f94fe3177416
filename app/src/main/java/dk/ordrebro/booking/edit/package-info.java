/** What changed of an order after it was booked: asked at one place, whichever door told it. */
@org.springframework.modulith.NamedInterface("edit")
@NullMarked
package dk.ordrebro.booking.edit;

import org.jspecify.annotations.NullMarked;
