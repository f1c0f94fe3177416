package dk.ordrebro.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key to our own API, as it is listed. The secret cannot be had again.
 *
 * @param lastUsedAt to the minute; null while nobody has used it
 * @param revokedAt null while it works
 */
public record ApiToken(
        CompanyId company,
        ApiTokenId id,
        String name,
        Role role,
        String createdBy,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {}
