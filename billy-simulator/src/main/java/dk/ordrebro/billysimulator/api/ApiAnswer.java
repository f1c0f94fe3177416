package dk.ordrebro.billysimulator.api;

import org.jspecify.annotations.Nullable;

/**
 * A complete answer.
 *
 * @param errorCode Billy's code of a refusal, or null on success
 * @param effects what it did, for the counters
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record ApiAnswer(int status, byte[] body, @Nullable String errorCode, Effects effects) {}
