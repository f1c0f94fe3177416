/** Calling a shop: bounded in time and size, paced, with what went wrong told apart. */
@NullMarked
package dk.ordrebro.intake.http;

import org.jspecify.annotations.NullMarked;
