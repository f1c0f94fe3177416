package dk.ordrebro.accounting;

import java.net.URI;

/**
 * What an integration starts with that is no matter of the person who makes it.
 *
 * @param baseUrl root of the accounting program's API, without a trailing slash
 * @param inFlight how many calls to one company may be under way at once
 */
public record Terms(URI baseUrl, int inFlight) {}
