package dk.ordrebro.access.passkey;

import java.time.Instant;
import org.springframework.modulith.NamedInterface;

/**
 * A passkey of a user: a key pair in a phone, a computer or a stick, of which we know the public half.
 *
 * @param id in base64url, as browsers write it
 * @param name what the user calls it
 */
@NamedInterface("passkey")
public record Passkey(String id, String name, Instant createdAt, Instant lastUsedAt) {}
