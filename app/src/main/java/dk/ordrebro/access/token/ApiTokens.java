package dk.ordrebro.access.token;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.SignedIn;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/** The keys to our own API. Only hashes are kept. */
@NamedInterface("token")
public interface ApiTokens {

    Issued create(CompanyId company, String name, Role role, String who);

    /**
     * Whom a bearer token stands for; empty when it is malformed, unknown or revoked. The secret is compared in constant time.
     *
     * @param bearer what follows "Bearer " in the request
     */
    Optional<SignedIn> verify(String bearer);

    /** Newest first, revoked ones too; at most 200. */
    List<ApiToken> all(CompanyId company);

    Optional<ApiToken> find(CompanyId company, ApiTokenId id);

    /** Ends a token for good; one that is gone already stays gone. */
    void revoke(CompanyId company, ApiTokenId id, String who);

    /**
     * A token just made.
     *
     * @param bearer the whole token: shown once, kept nowhere
     */
    record Issued(ApiToken token, String bearer) {

        @Override
        public String toString() {
            return "Issued[" + token + "]";
        }
    }
}
