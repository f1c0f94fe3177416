package dk.ordrebro.access.guard;

import dk.ordrebro.access.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing of passwords, codes and links, on all nodes together. A try is counted before the password is looked at, so that many tries at once gain nothing.
 * The tightest limit is on account and address together, so that a stranger elsewhere cannot lock the owner out.
 */
@Component
public class SignInThrottle {

    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final Duration PURGED_AFTER = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    public SignInThrottle(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Something that is counted, and how many tries it has before it is locked. */
    private record Subject(String key, int limit) {

        /** What people type into the wrong field may be a password: only its hash is stored. */
        String hash() {
            return HexFormat.of().formatHex(Sha256.of(key));
        }
    }

    private static List<Subject> subjects(String account, String address) {
        String who = account.strip().toLowerCase(Locale.ROOT);
        return List.of(
                new Subject("both " + who + " " + address, 5),
                new Subject("account " + who, 100),
                new Subject("address " + address, 30));
    }

    /** Counts a try and says whether it may be made. */
    public boolean admits(String account, String address) {
        for (Subject subject : subjects(account, address)) {
            if (!count(subject)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the next try would be refused. */
    public boolean isLocked(String account, String address) {
        return jdbc.sql(
                        "select exists (select from sign_in_failure where subject in (:subjects) and locked_until > :now)")
                .param(
                        "subjects",
                        subjects(account, address).stream().map(Subject::hash).toList())
                .param("now", Times.sql(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** The try was a good one: it does not count, and the account starts afresh. */
    public void forget(String account, String address) {
        List<Subject> subjects = subjects(account, address);
        jdbc.sql("delete from sign_in_failure where subject in (:subjects) or last_at < :old")
                .param(
                        "subjects",
                        List.of(subjects.get(0).hash(), subjects.get(1).hash()))
                .param("old", Times.sql(clock.instant().minus(PURGED_AFTER)))
                .update();
        jdbc.sql("""
                        update sign_in_failure set failures = greatest(1, failures - 1), locked_until = null
                        where subject = :subject
                        """).param("subject", subjects.get(2).hash()).update();
    }

    private boolean count(Subject subject) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        insert into sign_in_failure as f (subject, failures, last_at)
                        values (:subject, 1, :now)
                        on conflict (subject) do update set
                            failures = case when f.last_at < :forgotten then 1 else f.failures + 1 end,
                            last_at = :now,
                            locked_until = case
                                when f.last_at >= :forgotten and f.failures + 1 >= :limit
                                then :now + interval '1 minute' * least(15, power(2, least(4, f.failures + 1 - :limit)))
                            end
                        where f.locked_until is null or f.locked_until <= :now
                        """)
                        .param("subject", subject.hash())
                        .param("limit", subject.limit())
                        .param("now", Times.sql(now))
                        .param("forgotten", Times.sql(now.minus(FORGOTTEN_AFTER)))
                        .update()
                == 1;
    }
}
