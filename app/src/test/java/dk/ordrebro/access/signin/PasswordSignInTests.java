package dk.ordrebro.access.signin;

import static dk.ordrebro.access.GivenAccess.GOOD_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.GivenAccess;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.User;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class PasswordSignInTests {

    private final GivenAccess given = new GivenAccess();
    private final PasswordSignIn signIn = given.signIn();
    private final CompanyId company = given.companies.create("Butik").id();
    private final String email = given.address();
    private final User user = given.users.create(company, Role.BOOKKEEPER, email, "Bo Holm", GOOD_PASSWORD);

    @Test
    void letsInWhoKnowsThePasswordWhateverTheCapitalsOfTheAddress() {
        var done = signIn.authenticate(attempt(email.toUpperCase(Locale.ROOT), GOOD_PASSWORD, email));

        assertThat(done.getPrincipal()).isEqualTo(new SignedIn(company, "Butik", user.id(), email, Role.BOOKKEEPER));
        assertThat(done.getAuthorities())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("TEMPLATES", "BOOKING", "HANDLING");
        assertThat(done.getCredentials()).isNull();
    }

    @Test
    void turnsAwayAWrongPasswordAndAnUnknownAddressAlike() {
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> signIn.authenticate(attempt(email, "noget helt andet", email)))
                .withMessage("Address or password is wrong");
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> signIn.authenticate(attempt(given.address(), GOOD_PASSWORD, email)))
                .withMessage("Address or password is wrong");
    }

    @Test
    void locksAfterFiveFailuresEvenForTheRightPassword() {
        failTimes(5, "10.0.0.1" + email);

        assertThatExceptionOfType(LockedException.class)
                .isThrownBy(() -> signIn.authenticate(attempt(email, GOOD_PASSWORD, "10.0.0.1" + email)));
    }

    @Test
    void opensAgainAfterAWhile() {
        failTimes(5, email);

        given.clock.advance(Duration.ofSeconds(61));

        assertThat(signIn.authenticate(attempt(email, GOOD_PASSWORD, email)).isAuthenticated())
                .isTrue();
    }

    @Test
    void locksForLongerEachTime() {
        failTimes(5, email);
        given.clock.advance(Duration.ofSeconds(61));
        failTimes(1, email);

        given.clock.advance(Duration.ofSeconds(61));

        assertThatExceptionOfType(LockedException.class)
                .isThrownBy(() -> signIn.authenticate(attempt(email, GOOD_PASSWORD, email)));
    }

    @Test
    void doesNotLetAStrangerLockTheOwnerOut() {
        failTimes(5, "a stranger " + email);

        assertThat(signIn.authenticate(attempt(email, GOOD_PASSWORD, "at home " + email))
                        .isAuthenticated())
                .isTrue();
    }

    @Test
    void startsAfreshAfterASuccess() {
        failTimes(4, email);
        signIn.authenticate(attempt(email, GOOD_PASSWORD, email));

        failTimes(4, email);

        assertThat(signIn.authenticate(attempt(email, GOOD_PASSWORD, email)).isAuthenticated())
                .isTrue();
    }

    private void failTimes(int times, String address) {
        for (int i = 0; i < times; i++) {
            assertThatExceptionOfType(BadCredentialsException.class)
                    .isThrownBy(() -> signIn.authenticate(attempt(email, "et forkert kodeord", address)));
        }
    }

    private static Authentication attempt(String email, String password, String address) {
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(email, password);
        attempt.setDetails(new WebAuthenticationDetails(address, null));
        return attempt;
    }
}
