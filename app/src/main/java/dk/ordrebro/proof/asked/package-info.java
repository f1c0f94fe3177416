/** What is asked about the orders of some days and waits for a person outside the bookings: the proof counts it. */
@NullMarked
package dk.ordrebro.proof.asked;

import org.jspecify.annotations.NullMarked;
