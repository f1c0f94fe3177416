package dk.ordrebro.access.token;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A key to our own API, as it is listed. The secret cannot be had again.
 *
 * @param lastUsedAt to the minute; null while nobody has used it
 * @param revokedAt null while it works
 */
@NamedInterface("token")
public record ApiToken(
        CompanyId company,
        ApiTokenId id,
        String name,
        Role role,
        String createdBy,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {}
