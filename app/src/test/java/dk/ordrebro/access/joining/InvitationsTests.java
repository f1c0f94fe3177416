package dk.ordrebro.access.joining;

import static dk.ordrebro.access.GivenAccess.GOOD_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.GivenAccess;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.UserId;
import dk.ordrebro.access.UserRefused;
import dk.ordrebro.access.UserRefused.Reason;
import dk.ordrebro.access.joining.Invitations.Issued;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InvitationsTests {

    private final GivenAccess given = new GivenAccess();
    private final Invitations invitations = given.invitations;
    private final CompanyId company = given.companies.create("Butik").id();
    private final String email = given.address();

    @Test
    void holdsForAWeek() {
        Issued issued = invitations.invite(company, email, Role.WAREHOUSE, "test");

        given.clock.advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(invitations.of(issued.key(), email)).isPresent();
        given.clock.advance(Duration.ofSeconds(1));
        assertThat(invitations.of(issued.key(), email)).isEmpty();
        refuses(issued.key(), Reason.LINK_WRONG);
    }

    @Test
    void endsAnOlderLinkWhenItIsSentAgainOrTakenBack() {
        Issued first = invitations.invite(company, email, Role.WAREHOUSE, "test");
        Issued second =
                invitations.renew(company, first.invitation().id(), "test").orElseThrow();
        Issued third = invitations.invite(company, email, Role.READ_ONLY, "test");

        refuses(first.key(), Reason.LINK_WRONG);
        refuses(second.key(), Reason.LINK_WRONG);
        assertThat(invitations.open(company)).containsExactly(third.invitation());
        invitations.revoke(company, third.invitation().id(), "test");
        refuses(third.key(), Reason.LINK_WRONG);
        assertThat(given.verbs())
                .containsExactly("member invited", "member invited", "member invited", "member invitation-revoked");
    }

    @Test
    void isNotFoundRenewedOrRevokedByAnotherCompany() {
        Issued issued = invitations.invite(company, email, Role.WAREHOUSE, "test");
        CompanyId other = given.companies.create("En anden").id();

        assertThat(invitations.find(other, issued.invitation().id())).isEmpty();
        assertThat(invitations.renew(other, issued.invitation().id(), "test")).isEmpty();
        invitations.revoke(other, issued.invitation().id(), "test");

        assertThat(invitations.of(issued.key(), email)).isPresent();
    }

    @Test
    void isForItsOwnAddressAlone() {
        Issued issued = invitations.invite(company, email, Role.OWNER, "test");
        CompanyId elsewhere = given.companies.create("En anden").id();
        UserId stranger = given.users
                .create(elsewhere, Role.OWNER, given.address(), "En", GOOD_PASSWORD)
                .id();

        assertThatExceptionOfType(UserRefused.class)
                .isThrownBy(() -> invitations.accept(issued.key(), stranger))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_YOURS));
        assertThat(given.members.of(company)).isEmpty();
    }

    @Test
    void refusesAMember() {
        given.users.create(company, Role.OWNER, email, "Bo", GOOD_PASSWORD);

        assertThatExceptionOfType(UserRefused.class)
                .isThrownBy(() -> invitations.invite(company, email, Role.OWNER, "test"))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.ALREADY_MEMBER));
    }

    @Test
    void stopsWhoGuessesLinks() {
        Issued issued = invitations.invite(company, email, Role.WAREHOUSE, "test");
        for (int i = 0; i < 5; i++) {
            assertThat(invitations.of("made up " + i, email)).isEmpty();
        }

        assertThat(invitations.of(issued.key(), email)).isEmpty();
        assertThat(invitations.of(issued.key(), "elsewhere " + email)).isPresent();
    }

    @Test
    void keepsNoSecret() {
        Issued issued = invitations.invite(company, email, Role.WAREHOUSE, "test");
        String secret = issued.key().substring(issued.key().indexOf('.') + 1);

        assertThat(given.jdbc
                        .sql("select row_to_json(i)::text from invitation i where company_id = :company")
                        .param("company", company.value())
                        .query(String.class)
                        .single())
                .doesNotContain(secret);
        assertThat(issued.toString()).doesNotContain(secret);
    }

    private void refuses(String key, Reason reason) {
        assertThatExceptionOfType(UserRefused.class)
                .isThrownBy(() -> invitations.accept(key, "Bo Holm", GOOD_PASSWORD))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
