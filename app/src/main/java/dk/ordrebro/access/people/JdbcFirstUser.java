package dk.ordrebro.access.people;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.Company;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.Times;
import dk.ordrebro.access.User;
import dk.ordrebro.access.UserRefused;
import dk.ordrebro.access.UserRefused.Reason;
import dk.ordrebro.access.Users;
import dk.ordrebro.access.guard.Sha256;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The code to a fresh installation, of which only hashes are stored. */
@Repository
public class JdbcFirstUser implements FirstUser {

    /** Without I, L, O, U, 0 and 1, which are mistaken for one another. */
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;
    private static final Duration HOLDS_FOR = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Companies companies;
    private final Users users;
    private final SecureRandom random;
    private final InstantSource clock;

    public JdbcFirstUser(JdbcClient jdbc, Companies companies, Users users, SecureRandom random, InstantSource clock) {
        this.jdbc = jdbc;
        this.companies = companies;
        this.users = users;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public boolean isMissing() {
        return jdbc.sql("select not exists (select from app_user)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<String> code() {
        if (!isMissing()) {
            return Optional.empty();
        }
        String code = newCode();
        jdbc.sql("insert into first_user_code (code_hash, made_at) values (:hash, :at)")
                .param("hash", hash(code))
                .param("at", Times.sql(clock.instant()))
                .update();
        return Optional.of(code);
    }

    @Override
    @Transactional
    public User create(String code, String companyName, String email, String name, String password) {
        // Two people with two good codes at the same moment: the second waits here and is then refused.
        jdbc.sql("lock table app_user in share row exclusive mode").update();
        if (!isMissing() || !holds(code)) {
            throw new UserRefused(Reason.CODE_WRONG);
        }
        if (companyName.isBlank()) {
            throw new UserRefused(Reason.NAME_MISSING);
        }
        Company company = companies.create(companyName);
        User owner = users.create(company.id(), Role.OWNER, email, name, password);
        jdbc.sql("delete from first_user_code").update();
        return owner;
    }

    private boolean holds(String code) {
        return jdbc.sql("""
                        select exists (
                            select from first_user_code
                            where code_hash = :hash and made_at > :oldest)
                        """)
                .param("hash", hash(code))
                .param("oldest", Times.sql(clock.instant().minus(HOLDS_FOR)))
                .query(Boolean.class)
                .single();
    }

    private String newCode() {
        var code = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    private static byte[] hash(String code) {
        return Sha256.of(code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }
}
