/** The rounds: what waits at a shop is fetched, translated and taken in, once, on whatever node has its turn; webhooks only say that a round is worth it. */
@NullMarked
package dk.ordrebro.intake.round;

import org.jspecify.annotations.NullMarked;
