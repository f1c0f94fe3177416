package dk.ordrebro.access;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.SettableClock;
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
    static final String GOOD_PASSWORD = "hest batteri hæfteklamme";

    final SettableClock clock = new SettableClock(NOON);
    final SecureRandom random = new SecureRandom();
    final JdbcClient jdbc = SharedDatabase.jdbc();
    final Ids ids = new Ids(clock, random);
    final PasswordEncoder passwords =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(4)));
    final List<Object> events = new ArrayList<>();
    final Companies companies = new JdbcCompanies(jdbc, ids, clock);
    final Users users = new JdbcUsers(jdbc, ids, clock, passwords);
    final ApiTokens tokens = new JdbcApiTokens(jdbc, ids, random, clock, events::add);
    final FirstUser firstUser = new JdbcFirstUser(jdbc, companies, users, random, clock);

    final SignInThrottle throttle = new SignInThrottle(jdbc, clock);
    final Memberships memberships = new Memberships(jdbc);
    final UserNews news = new UserNews(memberships, events::add);
    final Members members = new JdbcMembers(jdbc, events::add);
    final Invitations invitations =
            new JdbcInvitations(jdbc, users, memberships, throttle, ids, random, clock, events::add);
    final SecondFactor secondFactor = new JdbcSecondFactor(jdbc, new OpenSeal(), throttle, random, clock, news);
    final List<UserId> endedSessions = new ArrayList<>();
    final Profiles profiles =
            new JdbcProfiles(jdbc, passwords, throttle, new NoSessions(endedSessions), random, clock, news);
    final SignUps signUps = new JdbcSignUps(
            jdbc,
            new JdbcUsers(jdbc, ids, clock, passwords),
            companies,
            memberships,
            passwords,
            throttle,
            random,
            clock,
            "open");

    PasswordSignIn signIn() {
        return new PasswordSignIn(new Credentials(jdbc), passwords, throttle, secondFactor, news);
    }

    /** What happened to members and users, in the words of the audit trail. */
    List<String> verbs() {
        return events.stream()
                .map(SettingsChanged.class::cast)
                .map(event -> event.subject() + " " + event.verb())
                .toList();
    }

    /** Marks what it is given and takes only that back, for its own row. */
    static final class OpenSeal implements SealsSecrets {

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
    String address() {
        return ids.next() + "@butik.example";
    }
}
