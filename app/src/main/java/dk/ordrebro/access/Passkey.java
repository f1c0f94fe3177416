package dk.ordrebro.access;

import java.time.Instant;

/**
 * A passkey of a user: a key pair in a phone, a computer or a stick, of which we know the public half.
 *
 * @param id in base64url, as browsers write it
 * @param name what the user calls it
 */
public record Passkey(String id, String name, Instant createdAt, Instant lastUsedAt) {}
