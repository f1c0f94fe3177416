package dk.ordrebro.access.factor;

import dk.ordrebro.access.SealsSecrets;
import dk.ordrebro.access.Times;
import dk.ordrebro.access.UserId;
import dk.ordrebro.access.guard.Sha256;
import dk.ordrebro.access.guard.SignInThrottle;
import dk.ordrebro.access.guard.UserNews;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Second factors in PostgreSQL: secrets sealed, recovery codes hashed. */
@Repository
public class JdbcSecondFactor implements SecondFactor {

    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_LETTERS = 12;
    /** Without letters that are mistaken for one another. */
    private static final String LETTERS = "abcdefghjkmnpqrstvwxyz23456789";

    private final JdbcClient jdbc;
    private final SealsSecrets seal;
    private final SignInThrottle throttle;
    private final SecureRandom random;
    private final InstantSource clock;
    private final UserNews news;

    public JdbcSecondFactor(
            JdbcClient jdbc,
            SealsSecrets seal,
            SignInThrottle throttle,
            SecureRandom random,
            InstantSource clock,
            UserNews news) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.throttle = throttle;
        this.random = random;
        this.clock = clock;
        this.news = news;
    }

    private record Stored(String secret, boolean confirmed, long lastStep) {

        byte[] bytes() {
            return new Base32().decode(secret);
        }
    }

    @Override
    public boolean isOn(UserId user) {
        return jdbc.sql("select exists (select from second_factor where user_id = :user and confirmed_at is not null)")
                .param("user", user.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public int recoveryCodesLeft(UserId user) {
        return jdbc.sql("select count(*) from recovery_code where user_id = :user")
                .param("user", user.value())
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional
    public Offer offer(UserId user) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        jdbc.sql("""
                        insert into second_factor (user_id, sealed) values (:user, :sealed)
                        on conflict (user_id) do nothing
                        """)
                .param("user", user.value())
                .param("sealed", seal.close(new Base32().encodeToString(bytes), belongsTo(user)))
                .update();
        Stored stored = stored(user).filter(one -> !one.confirmed()).orElseThrow();
        return new Offer(stored.secret(), uri(user, stored.secret()));
    }

    private String uri(UserId user, String secret) {
        return "otpauth://totp/Ordrebro:" + URLEncoder.encode(email(user), StandardCharsets.UTF_8) + "?secret=" + secret
                + "&issuer=Ordrebro";
    }

    @Override
    @Transactional
    public Optional<List<String>> confirm(UserId user, String code, String address) {
        Optional<Stored> offered = lock(user).filter(one -> !one.confirmed());
        if (offered.isEmpty() || guess(user, address, offered.get(), code) != Verdict.GOOD) {
            return Optional.empty();
        }
        jdbc.sql("update second_factor set confirmed_at = :now where user_id = :user")
                .param("now", Times.sql(clock.instant()))
                .param("user", user.value())
                .update();
        news.tell(user, email(user), "second-factor-on");
        return Optional.of(newRecoveryCodes(user));
    }

    @Override
    @Transactional
    public void switchOff(UserId user) {
        jdbc.sql("delete from recovery_code where user_id = :user")
                .param("user", user.value())
                .update();
        int gone = jdbc.sql("delete from second_factor where user_id = :user and confirmed_at is not null")
                .param("user", user.value())
                .update();
        if (gone > 0) {
            news.tell(user, email(user), "second-factor-off");
        }
    }

    @Override
    @Transactional
    public List<String> renewRecoveryCodes(UserId user) {
        if (!isOn(user)) {
            return List.of();
        }
        news.tell(user, email(user), "recovery-codes-renewed");
        return newRecoveryCodes(user);
    }

    private List<String> newRecoveryCodes(UserId user) {
        jdbc.sql("delete from recovery_code where user_id = :user")
                .param("user", user.value())
                .update();
        List<String> codes =
                Stream.generate(this::recoveryCode).limit(RECOVERY_CODES).toList();
        codes.forEach(code -> jdbc.sql("insert into recovery_code (user_id, code_hash) values (:user, :hash)")
                .param("user", user.value())
                .param("hash", hash(code))
                .update());
        return codes;
    }

    @Override
    @Transactional
    public Verdict check(UserId user, String code, String address) {
        Optional<Stored> on = lock(user).filter(Stored::confirmed);
        return on.isEmpty() ? Verdict.WRONG : guess(user, address, on.get(), code);
    }

    private Verdict guess(UserId user, String address, Stored stored, String code) {
        String counted = "second factor " + user;
        if (!throttle.admits(counted, address)) {
            return Verdict.LOCKED;
        }
        if (!isGood(user, stored, code)) {
            return Verdict.WRONG;
        }
        throttle.forget(counted, address);
        return Verdict.GOOD;
    }

    private boolean isGood(UserId user, Stored stored, String code) {
        OptionalLong step = Totp.match(stored.bytes(), code, clock.instant(), stored.lastStep());
        if (step.isPresent()) {
            jdbc.sql("update second_factor set last_step = :step where user_id = :user")
                    .param("step", step.getAsLong())
                    .param("user", user.value())
                    .update();
            return true;
        }
        return stored.confirmed() && useRecoveryCode(user, code);
    }

    private boolean useRecoveryCode(UserId user, String code) {
        boolean used = jdbc.sql("delete from recovery_code where user_id = :user and code_hash = :hash")
                        .param("user", user.value())
                        .param("hash", hash(code))
                        .update()
                == 1;
        if (used) {
            news.tell(user, email(user), "recovery-code-used");
        }
        return used;
    }

    /** Two sign-ins with one code at once: the second waits here and finds it used. */
    private Optional<Stored> lock(UserId user) {
        return read(user, " for update");
    }

    private Optional<Stored> stored(UserId user) {
        return read(user, "");
    }

    private Optional<Stored> read(UserId user, String lock) {
        return jdbc.sql("select sealed, confirmed_at, last_step from second_factor where user_id = :user" + lock)
                .param("user", user.value())
                .query((row, number) -> new Stored(
                        seal.open(row.getBytes("sealed"), belongsTo(user)),
                        row.getObject("confirmed_at") != null,
                        row.getLong("last_step")))
                .optional();
    }

    private String email(UserId user) {
        return jdbc.sql("select email from app_user where user_id = :user")
                .param("user", user.value())
                .query(String.class)
                .single();
    }

    private String recoveryCode() {
        var code = new StringBuilder();
        for (int i = 0; i < RECOVERY_LETTERS; i++) {
            if (i > 0 && i % 4 == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    private static byte[] hash(String code) {
        return Sha256.of(code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }

    private static String belongsTo(UserId user) {
        return "second factor of " + user;
    }
}
