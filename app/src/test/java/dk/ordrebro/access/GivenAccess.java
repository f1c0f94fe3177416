package dk.ordrebro.access;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.SettableClock;
import dk.ordrebro.access.factor.JdbcSecondFactor;
import dk.ordrebro.access.factor.SecondFactor;
import dk.ordrebro.access.guard.SignInThrottle;
import dk.ordrebro.access.guard.UserNews;
import dk.ordrebro.access.joining.Invitations;
import dk.ordrebro.access.joining.JdbcInvitations;
import dk.ordrebro.access.joining.JdbcSignUps;
import dk.ordrebro.access.joining.SignUps;
import dk.ordrebro.access.people.FirstUser;
import dk.ordrebro.access.people.JdbcCompanies;
import dk.ordrebro.access.people.JdbcFirstUser;
import dk.ordrebro.access.people.JdbcMembers;
import dk.ordrebro.access.people.JdbcUsers;
import dk.ordrebro.access.people.Members;
import dk.ordrebro.access.signin.Credentials;
import dk.ordrebro.access.signin.JdbcProfiles;
import dk.ordrebro.access.signin.PasswordSignIn;
import dk.ordrebro.access.signin.Profiles;
import dk.ordrebro.access.signin.Sessions;
import dk.ordrebro.access.token.ApiTokens;
import dk.ordrebro.access.token.JdbcApiTokens;
import dk.ordrebro.database.SharedDatabase;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The access module without Spring, on a real database and a clock that stands still. */
public final class GivenAccess {

    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    public static final String GOOD_PASSWORD = "hest batteri hæfteklamme";

    public final SettableClock clock = new SettableClock(NOON);
    public final SecureRandom random = new SecureRandom();
    public final JdbcClient jdbc = SharedDatabase.jdbc();
    public final Ids ids = new Ids(clock, random);
    public final PasswordEncoder passwords =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(4)));
    public final List<Object> events = new ArrayList<>();
    public final Companies companies = new JdbcCompanies(jdbc, ids, clock);
    public final Users users = new JdbcUsers(jdbc, ids, clock, passwords);
    public final ApiTokens tokens = new JdbcApiTokens(jdbc, ids, random, clock, events::add);
    public final FirstUser firstUser = new JdbcFirstUser(jdbc, companies, users, random, clock);

    public final SignInThrottle throttle = new SignInThrottle(jdbc, clock);
    public final Memberships memberships = new Memberships(jdbc);
    public final UserNews news = new UserNews(memberships, events::add);
    public final Members members = new JdbcMembers(jdbc, events::add);
    public final Invitations invitations =
            new JdbcInvitations(jdbc, users, memberships, throttle, ids, random, clock, events::add);
    public final SecondFactor secondFactor = new JdbcSecondFactor(jdbc, new OpenSeal(), throttle, random, clock, news);
    public final List<UserId> endedSessions = new ArrayList<>();
    public final Profiles profiles =
            new JdbcProfiles(jdbc, passwords, throttle, new NoSessions(endedSessions), random, clock, news);
    public final SignUps signUps = new JdbcSignUps(
            jdbc,
            new JdbcUsers(jdbc, ids, clock, passwords),
            companies,
            memberships,
            passwords,
            throttle,
            random,
            clock,
            "open");

    public PasswordSignIn signIn() {
        return new PasswordSignIn(new Credentials(jdbc), passwords, throttle, secondFactor, news);
    }

    /** What happened to members and users, in the words of the audit trail. */
    public List<String> verbs() {
        return events.stream()
                .map(SettingsChanged.class::cast)
                .map(event -> event.subject() + " " + event.verb())
                .toList();
    }

    /** Marks what it is given and takes only that back, for its own row. */
    public static final class OpenSeal implements SealsSecrets {

        @Override
        public byte[] close(String secret, String belongsTo) {
            return (belongsTo + "|" + secret).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String open(byte[] sealed, String belongsTo) {
            String text = new String(sealed, StandardCharsets.UTF_8);
            assertThat(text).startsWith(belongsTo + "|");
            return text.substring(belongsTo.length() + 1);
        }
    }

    /** Remembers whose sessions were ended. */
    private record NoSessions(List<UserId> ended) implements Sessions {

        @Override
        public List<SignedInSession> of(UserId user, String current) {
            return List.of();
        }

        @Override
        public void end(UserId user, String handle) {
            ended.add(user);
        }

        @Override
        public void endOthers(UserId user, String current) {
            ended.add(user);
        }
    }

    /** A company that no other test has. */
    public static CompanyId company() {
        return new GivenAccess().companies.create("Vandkunsten ApS").id();
    }

    /** An address that no other test uses. */
    public String address() {
        return ids.next() + "@butik.example";
    }
}
