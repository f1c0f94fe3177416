/** From a fulfillment to its invoice: claimed, prepared, sent, checked, recorded. The only place that causes one. */
@NullMarked
package dk.ordrebro.booking.drain;

import org.jspecify.annotations.NullMarked;
