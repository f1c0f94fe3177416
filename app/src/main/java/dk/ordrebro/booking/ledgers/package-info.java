/** A document is right as it stands in the accounting program: a person says so of its VAT, never of its total. */
@NullMarked
package dk.ordrebro.booking.ledgers;

import org.jspecify.annotations.NullMarked;
