package dk.ordrebro.access;

import dk.ordrebro.SettableClock;
import dk.ordrebro.database.SharedDatabase;
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

    PasswordSignIn signIn() {
        return new PasswordSignIn(new Credentials(jdbc), passwords, new SignInThrottle(jdbc, clock));
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
