package dk.ordrebro.access.people;

import static dk.ordrebro.access.GivenAccess.GOOD_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.GivenAccess;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.User;
import dk.ordrebro.access.UserRefused;
import dk.ordrebro.access.UserRefused.Reason;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsersTests {

    private final GivenAccess given = new GivenAccess();
    private final CompanyId company = given.companies.create("Butik").id();

    @Test
    void findsAUserByAddressWhateverItsCapitals() {
        String email = given.address();

        User user = given.users.create(company, Role.OWNER, email, "Bo Holm", GOOD_PASSWORD);

        assertThat(given.users.find(" " + email.toUpperCase(Locale.ROOT))).contains(user);
        assertThat(given.users.of(company)).containsEntry(user, Role.OWNER).hasSize(1);
    }

    @Test
    void refusesATakenAddress() {
        String email = given.address();
        given.users.create(company, Role.OWNER, email, "Bo Holm", GOOD_PASSWORD);

        assertThatExceptionOfType(UserRefused.class)
                .isThrownBy(() -> given.users.create(
                        company, Role.OWNER, email.toUpperCase(Locale.ROOT), "En anden", GOOD_PASSWORD))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.EMAIL_TAKEN));
    }

    @Test
    void changesTheRoleOfAMember() {
        User user = given.users.create(company, Role.OWNER, given.address(), "Bo Holm", GOOD_PASSWORD);

        given.users.join(company, user.id(), Role.READ_ONLY);

        assertThat(given.users.of(company)).containsEntry(user, Role.READ_ONLY);
    }

    @ParameterizedTest
    @CsvSource({
        "bo@butik.example, '', a long enough one, NAME_MISSING",
        "bo-butik.example, Bo, a long enough one, EMAIL_INVALID",
        "b o@butik.example, Bo, a long enough one, EMAIL_INVALID",
        "bo@butik.example, Bo, elleve tegn, PASSWORD_TOO_SHORT",
        "bo@butik.example, Bo, ababababababab, PASSWORD_TOO_COMMON",
        "bo@butik.example, Bo, Password123456, PASSWORD_TOO_COMMON",
        "bo@butik.example, Bo, BO@butik.example, PASSWORD_TOO_COMMON",
        "bo@butik.example, Bo, øøøøøøøøøøøøæææææææææææææåååååååååååå1234567, PASSWORD_TOO_LONG"
    })
    void saysWhatIsWrong(String email, String name, String password, Reason expected) {
        assertThatExceptionOfType(UserRefused.class)
                .isThrownBy(() -> given.users.create(company, Role.OWNER, email, name, password))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(expected));
    }
}
