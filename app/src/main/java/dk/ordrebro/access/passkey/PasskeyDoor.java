package dk.ordrebro.access.passkey;

import dk.ordrebro.access.Memberships;
import dk.ordrebro.access.PublicAddress;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.signin.Entrance;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.WebAuthnConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.HttpMessageConverterAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;

/** Spring Security's doors for passkeys, made to let in our own {@link SignedIn}, with a new session id as every sign-in has. */
@Component
public class PasskeyDoor {

    private final PasskeySignIn signIn;
    private final PublicAddress address;

    PasskeyDoor(WebAuthnRelyingPartyOperations passkeys, Memberships memberships, PublicAddress address) {
        this.signIn = new PasskeySignIn(passkeys, memberships);
        this.address = address;
    }

    public WebAuthnConfigurer<HttpSecurity> configurer() {
        var doors = new OurDoors();
        doors.rpId(address.host()).allowedOrigins(address.origin()).disableDefaultRegistrationPage(true);
        doors.withObjectPostProcessor(new Ours());
        return doors;
    }

    /** The stock provider wants to look users up by name; ours stands in its place, so nobody asks. */
    private static final class OurDoors extends WebAuthnConfigurer<HttpSecurity> {

        @Override
        public void configure(HttpSecurity http) {
            http.setSharedObject(UserDetailsService.class, name -> {
                throw new UsernameNotFoundException("Users are found by their passkey");
            });
            super.configure(http);
        }
    }

    private final class Ours implements ObjectPostProcessor<WebAuthnAuthenticationFilter> {

        @Override
        public <O extends WebAuthnAuthenticationFilter> O postProcess(O filter) {
            filter.setAuthenticationManager(signIn);
            filter.setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
            filter.setAuthenticationSuccessHandler(
                    Entrance.noting(new HttpMessageConverterAuthenticationSuccessHandler()));
            return filter;
        }
    }
}
