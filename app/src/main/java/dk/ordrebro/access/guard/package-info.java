/** What keeps guessers out: the throttle, the rules for passwords, one-time keys and hashes; and the news to everybody concerned. */
@NullMarked
package dk.ordrebro.access.guard;

import org.jspecify.annotations.NullMarked;
