package dk.ordrebro.access.joining;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Role;
import java.time.Instant;
import org.springframework.modulith.NamedInterface;

/**
 * Somebody asked into a company, who has not answered yet.
 *
 * @param email whose it is; only a user with this address can take it
 * @param invitedBy as the audit trail names them
 * @param expiresAt from then on its link opens nothing
 */
@NamedInterface("joining")
public record Invitation(
        CompanyId company,
        String companyName,
        InvitationId id,
        String email,
        Role role,
        String invitedBy,
        Instant createdAt,
        Instant expiresAt) {

    public boolean isTooOld(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
