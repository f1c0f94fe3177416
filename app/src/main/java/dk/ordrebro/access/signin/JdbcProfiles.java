package dk.ordrebro.access.signin;

import dk.ordrebro.access.Times;
import dk.ordrebro.access.User;
import dk.ordrebro.access.UserId;
import dk.ordrebro.access.UserRefused;
import dk.ordrebro.access.UserRefused.Reason;
import dk.ordrebro.access.guard.OneTimeKey;
import dk.ordrebro.access.guard.PasswordRules;
import dk.ordrebro.access.guard.SignInThrottle;
import dk.ordrebro.access.guard.UserNews;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** People's own things in PostgreSQL. */
@Repository
public class JdbcProfiles implements Profiles {

    static final Duration RESET_HOLDS_FOR = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    private final Sessions sessions;
    private final SecureRandom random;
    private final InstantSource clock;
    private final UserNews news;

    public JdbcProfiles(
            JdbcClient jdbc,
            PasswordEncoder passwords,
            SignInThrottle throttle,
            Sessions sessions,
            SecureRandom random,
            InstantSource clock,
            UserNews news) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.random = random;
        this.clock = clock;
        this.news = news;
    }

    @Override
    public Optional<User> find(UserId user) {
        return jdbc.sql("select user_id, email, name, created_at from app_user where user_id = :user")
                .param("user", user.value())
                .query(JdbcProfiles::read)
                .optional();
    }

    @Override
    public void rename(UserId user, String name) {
        if (name.isBlank()) {
            throw new UserRefused(Reason.NAME_MISSING);
        }
        jdbc.sql("update app_user set name = :name where user_id = :user")
                .param("name", name.strip())
                .param("user", user.value())
                .update();
    }

    @Override
    public boolean knowsPassword(UserId user, String password, String address) {
        String counted = "password of " + user;
        if (!throttle.admits(counted, address)) {
            throw new UserRefused(Reason.SLOW_DOWN);
        }
        boolean known = passwords.matches(
                password,
                jdbc.sql("select password_hash from app_user where user_id = :user")
                        .param("user", user.value())
                        .query(String.class)
                        .single());
        if (known) {
            throttle.forget(counted, address);
        }
        return known;
    }

    @Override
    @Transactional
    public void changePassword(UserId user, String password) {
        User changed = find(user).orElseThrow();
        PasswordRules.objection(password, List.of(changed.email(), changed.name()))
                .ifPresent(reason -> {
                    throw new UserRefused(reason);
                });
        jdbc.sql("update app_user set password_hash = :hash where user_id = :user")
                .param("hash", passwords.encode(password))
                .param("user", user.value())
                .update();
        // A link asked for before the change must not undo it.
        jdbc.sql("delete from password_reset where user_id = :user")
                .param("user", user.value())
                .update();
        news.tell(user, changed.email(), "password-changed");
    }

    @Override
    @Transactional
    public Optional<String> forgot(String email, String address) {
        if (!throttle.admits("reset " + email, address)) {
            return Optional.empty();
        }
        jdbc.sql("delete from password_reset where made_at <= :oldest")
                .param("oldest", Times.sql(clock.instant().minus(RESET_HOLDS_FOR)))
                .update();
        OneTimeKey key = OneTimeKey.random(random);
        int made = jdbc.sql("""
                        insert into password_reset (secret_hash, user_id, made_at)
                        select :hash, user_id, :now from app_user where lower(email) = lower(:email)
                        """)
                .param("hash", key.hash())
                .param("now", Times.sql(clock.instant()))
                .param("email", email.strip())
                .update();
        return made == 1 ? Optional.of(key.text()) : Optional.empty();
    }

    @Override
    public Optional<User> ofReset(String key) {
        return jdbc.sql("""
                        select u.user_id, u.email, u.name, u.created_at
                        from password_reset r join app_user u using (user_id)
                        where r.secret_hash = :hash and r.made_at > :oldest
                        """)
                .param("hash", new OneTimeKey(key).hash())
                .param("oldest", Times.sql(clock.instant().minus(RESET_HOLDS_FOR)))
                .query(JdbcProfiles::read)
                .optional();
    }

    @Override
    @Transactional
    public void reset(String key, String password) {
        User user = ofReset(key).orElseThrow(() -> new UserRefused(Reason.LINK_WRONG));
        int mine = jdbc.sql("delete from password_reset where secret_hash = :hash")
                .param("hash", new OneTimeKey(key).hash())
                .update();
        if (mine == 0) {
            throw new UserRefused(Reason.LINK_WRONG);
        }
        changePassword(user.id(), password);
        sessions.endOthers(user.id(), "");
    }

    private static User read(ResultSet row, int number) throws SQLException {
        return new User(
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("email"),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
