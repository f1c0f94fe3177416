package dk.ordrebro.access.people;

import static dk.ordrebro.access.GivenAccess.GOOD_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.ordrebro.access.GivenAccess;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.User;
import dk.ordrebro.access.UserRefused;
import dk.ordrebro.access.UserRefused.Reason;
import dk.ordrebro.access.signin.Credentials;
import dk.ordrebro.database.SharedDatabase;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** In a transaction that is rolled back, in which there are no users: other tests keep theirs. */
class FirstUserTests {

    private final GivenAccess given = new GivenAccess();
    private final FirstUser firstUser = given.firstUser;
    private final PlatformTransactionManager transactions =
            new DataSourceTransactionManager(SharedDatabase.dataSource());
    private final TransactionStatus open = transactions.getTransaction(new DefaultTransactionDefinition());

    @BeforeEach
    void emptyTheInstallation() {
        given.jdbc.sql("delete from membership").update();
        given.jdbc.sql("truncate app_user cascade").update();
    }

    @AfterEach
    void putEverythingBack() {
        transactions.rollback(open);
    }

    @Test
    void makesWhoTypesTheCodeTheOwnerOfTheFirstCompany() {
        String code = firstUser.code().orElseThrow();

        User owner = firstUser.create(
                code.toLowerCase(Locale.ROOT).replace('-', ' '), "Butik", "bo@butik.example", "Bo", GOOD_PASSWORD);

        var signedIn =
                new Credentials(given.jdbc).of("bo@butik.example").orElseThrow().signedIn();
        assertThat(signedIn.companyName()).isEqualTo("Butik");
        assertThat(signedIn.role()).isEqualTo(Role.OWNER);
        assertThat(signedIn.user()).isEqualTo(owner.id());
        assertThat(firstUser.code()).isEmpty();
    }

    @Test
    void acceptsTheCodeOfAnyNode() {
        String first = firstUser.code().orElseThrow();
        String second = firstUser.code().orElseThrow();

        assertThat(second).isNotEqualTo(first);
        assertThat(firstUser.create(first, "Butik", "bo@butik.example", "Bo", GOOD_PASSWORD))
                .isNotNull();
    }

    @Test
    void refusesAWrongCodeAnOldOneAndAUsedOne() {
        String code = firstUser.code().orElseThrow();

        refuses("AAAA-BBBB-CCCC-DDDD");
        given.clock.advance(Duration.ofHours(25));
        refuses(code);
        String fresh = firstUser.code().orElseThrow();
        firstUser.create(fresh, "Butik", "bo@butik.example", "Bo", GOOD_PASSWORD);
        refuses(fresh);
    }

    private void refuses(String code) {
        assertThatExceptionOfType(UserRefused.class)
                .isThrownBy(() -> firstUser.create(code, "Butik", "en@anden.example", "En", GOOD_PASSWORD))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.CODE_WRONG));
    }
}
