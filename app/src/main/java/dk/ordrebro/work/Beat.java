package dk.ordrebro.work;

import java.time.Duration;

/**
 * How busily {@link Workers} work.
 *
 * @param poll how often they look for what is due without being woken
 * @param heartbeat how often they show that they live; after four missed ones their work is done elsewhere
 * @param sweep how often lost nudges are looked for
 * @param afterFailure when work that broke off is tried again
 * @param atOnce how many things are worked for at the same time on this node
 */
public record Beat(Duration poll, Duration heartbeat, Duration sweep, Duration afterFailure, int atOnce) {}
