package dk.ordrebro.access.people;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.Times;
import dk.ordrebro.access.User;
import dk.ordrebro.access.UserId;
import dk.ordrebro.access.UserRefused;
import dk.ordrebro.access.UserRefused.Reason;
import dk.ordrebro.access.Users;
import dk.ordrebro.access.guard.Addresses;
import dk.ordrebro.access.guard.PasswordRules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Users and memberships in PostgreSQL. */
@Repository
public class JdbcUsers implements Users {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final PasswordEncoder passwords;

    public JdbcUsers(JdbcClient jdbc, Ids ids, InstantSource clock, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.passwords = passwords;
    }

    @Override
    @Transactional
    public User create(CompanyId company, Role role, String email, String name, String password) {
        var user = new User(new UserId(ids.next()), email.strip(), name.strip(), now());
        check(user, password);
        return store(company, role, user, passwords.encode(password));
    }

    /** A user whose password was checked and hashed before. */
    public User createHashed(CompanyId company, Role role, String email, String name, String hash) {
        return store(company, role, new User(new UserId(ids.next()), email, name, now()), hash);
    }

    private User store(CompanyId company, Role role, User user, String hash) {
        insert(user, hash);
        join(company, user.id(), role);
        return user;
    }

    private static void check(User user, String password) {
        if (!Addresses.isOne(user.email())) {
            throw new UserRefused(Reason.EMAIL_INVALID);
        }
        if (user.name().isEmpty()) {
            throw new UserRefused(Reason.NAME_MISSING);
        }
        PasswordRules.objection(password, List.of(user.email(), user.name())).ifPresent(reason -> {
            throw new UserRefused(reason);
        });
    }

    private void insert(User user, String hash) {
        try {
            jdbc.sql("""
                            insert into app_user (user_id, email, name, password_hash, created_at)
                            values (:id, :email, :name, :hash, :at)
                            """)
                    .param("id", user.id().value())
                    .param("email", user.email())
                    .param("name", user.name())
                    .param("hash", hash)
                    .param("at", Times.sql(user.createdAt()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new UserRefused(Reason.EMAIL_TAKEN);
        }
    }

    @Override
    public Optional<User> find(String email) {
        return jdbc.sql("""
                        select user_id, email, name, created_at
                        from app_user
                        where lower(email) = lower(:email)
                        """)
                .param("email", email.strip())
                .query(JdbcUsers::read)
                .optional();
    }

    @Override
    public void join(CompanyId company, UserId user, Role role) {
        jdbc.sql("""
                        insert into membership (company_id, user_id, role, since)
                        values (:company, :user, :role, :at)
                        on conflict (company_id, user_id) do update set role = excluded.role
                        """)
                .param("company", company.value())
                .param("user", user.value())
                .param("role", role.name())
                .param("at", Times.sql(now()))
                .update();
    }

    @Override
    public Map<User, Role> of(CompanyId company) {
        var members = new LinkedHashMap<User, Role>();
        jdbc.sql("""
                        select u.user_id, u.email, u.name, u.created_at, m.role
                        from membership m join app_user u using (user_id)
                        where m.company_id = :company
                        order by m.since, u.user_id
                        """).param("company", company.value()).query(row -> {
            members.put(read(row, 0), Role.valueOf(row.getString("role")));
        });
        return members;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static User read(ResultSet row, int number) throws SQLException {
        return new User(
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("email"),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
