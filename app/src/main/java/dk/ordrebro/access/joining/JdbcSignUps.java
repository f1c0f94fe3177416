package dk.ordrebro.access.joining;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.Company;
import dk.ordrebro.access.Memberships;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.Times;
import dk.ordrebro.access.User;
import dk.ordrebro.access.UserRefused;
import dk.ordrebro.access.UserRefused.Reason;
import dk.ordrebro.access.guard.Addresses;
import dk.ordrebro.access.guard.OneTimeKey;
import dk.ordrebro.access.guard.PasswordRules;
import dk.ordrebro.access.guard.SignInThrottle;
import dk.ordrebro.access.people.JdbcUsers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Unproven sign-ups in PostgreSQL. */
@Repository
public class JdbcSignUps implements SignUps {

    static final Duration HOLDS_FOR = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final JdbcUsers users;
    private final Companies companies;
    private final Memberships memberships;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    private final SecureRandom random;
    private final InstantSource clock;
    private final boolean open;

    public JdbcSignUps(
            JdbcClient jdbc,
            JdbcUsers users,
            Companies companies,
            Memberships memberships,
            PasswordEncoder passwords,
            SignInThrottle throttle,
            SecureRandom random,
            InstantSource clock,
            @Value("${ordrebro.sign-up:invited}") String who) {
        this.jdbc = jdbc;
        this.users = users;
        this.companies = companies;
        this.memberships = memberships;
        this.passwords = passwords;
        this.throttle = throttle;
        this.random = random;
        this.clock = clock;
        this.open = switch (who) {
            case "open" -> true;
            case "invited" -> false;
            default -> throw new IllegalArgumentException("ORDREBRO_SIGN_UP is either invited or open, not " + who);
        };
    }

    private record Asked(String company, String email, String name, String hash) {}

    @Override
    public boolean areOpen() {
        return open;
    }

    @Override
    public Optional<String> ask(String companyName, String email, String name, String password, String address) {
        if (companyName.isBlank() || name.isBlank()) {
            throw new UserRefused(Reason.NAME_MISSING);
        }
        if (!Addresses.isOne(email.strip())) {
            throw new UserRefused(Reason.EMAIL_INVALID);
        }
        PasswordRules.objection(password, List.of(email, name, companyName)).ifPresent(reason -> {
            throw new UserRefused(reason);
        });
        if (!throttle.admits("sign-up " + email, address)) {
            throw new UserRefused(Reason.SLOW_DOWN);
        }
        jdbc.sql("delete from sign_up where made_at <= :oldest")
                .param("oldest", Times.sql(clock.instant().minus(HOLDS_FOR)))
                .update();
        // Hashed for a known address too, so that the answer takes as long.
        String hash = passwords.encode(password);
        if (users.find(email).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(keep(new Asked(companyName.strip(), email.strip(), name.strip(), hash)));
    }

    private String keep(Asked asked) {
        OneTimeKey key = OneTimeKey.random(random);
        jdbc.sql("""
                        insert into sign_up (secret_hash, company_name, email, name, password_hash, made_at)
                        values (:key, :company, :email, :name, :hash, :now)
                        """)
                .param("key", key.hash())
                .param("company", asked.company())
                .param("email", asked.email())
                .param("name", asked.name())
                .param("hash", asked.hash())
                .param("now", Times.sql(clock.instant()))
                .update();
        return key.text();
    }

    @Override
    @Transactional
    public SignedIn confirm(String key) {
        Asked asked = jdbc.sql("""
                        delete from sign_up where secret_hash = :key and made_at > :oldest
                        returning company_name, email, name, password_hash
                        """)
                .param("key", new OneTimeKey(key).hash())
                .param("oldest", Times.sql(clock.instant().minus(HOLDS_FOR)))
                .query((row, number) -> new Asked(
                        row.getString("company_name"),
                        row.getString("email"),
                        row.getString("name"),
                        row.getString("password_hash")))
                .optional()
                .filter(one -> open)
                .orElseThrow(() -> new UserRefused(Reason.LINK_WRONG));
        Company company = companies.create(asked.company());
        User owner = users.createHashed(company.id(), Role.OWNER, asked.email(), asked.name(), asked.hash());
        return memberships.enter(owner.id(), company.id()).orElseThrow();
    }
}
