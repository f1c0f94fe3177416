package dk.ordrebro.access.passkey;

import dk.ordrebro.access.Memberships;
import dk.ordrebro.access.UserId;
import dk.ordrebro.access.signin.Entrance;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationRequestToken;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;

/**
 * Lets a user in who has one of their passkeys and has shown so with a finger, a face or a PIN. That is two factors already: no code is
 * asked for.
 */
final class PasskeySignIn implements AuthenticationManager {

    private final WebAuthnRelyingPartyOperations passkeys;
    private final Memberships memberships;

    PasskeySignIn(WebAuthnRelyingPartyOperations passkeys, Memberships memberships) {
        this.passkeys = passkeys;
        this.memberships = memberships;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var request = ((WebAuthnAuthenticationRequestToken) attempt).getWebAuthnRequest();
        UserId user;
        try {
            user = PasskeyUsers.user(passkeys.authenticate(request).getId());
        } catch (RuntimeException refused) {
            // The library has a type of its own for each of the many ways in which an answer can be no good.
            throw new BadCredentialsException("The passkey was refused", refused);
        }
        return memberships
                .usual(user)
                .map(Entrance::authentication)
                .orElseThrow(() -> new BadCredentialsException("The user belongs to no company"));
    }
}
