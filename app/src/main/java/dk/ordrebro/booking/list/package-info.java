/** The list of bookings: filtered, sorted, searched, and summed by account. It only reads. */
@NullMarked
@NamedInterface("list")
package dk.ordrebro.booking.list;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
