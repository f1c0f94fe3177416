package dk.ordrebro.outside;

import java.time.Duration;

/**
 * How long and how much.
 *
 * @param connect for a connection, TLS included; also the longest wait for one that is free
 * @param silence longest while nothing comes
 * @param call longest life of one call, whatever trickles in
 * @param maxAnswer largest answer that is read, in bytes
 * @param connections to all hosts together
 * @param connectionsToOne to one host
 */
public record OutsideLimits(
        Duration connect, Duration silence, Duration call, int maxAnswer, int connections, int connectionsToOne) {}
