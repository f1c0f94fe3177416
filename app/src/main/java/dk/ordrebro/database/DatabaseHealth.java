package dk.ordrebro.database;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the database does for the application what it is there for. It is asked by a connection of the pool, as all work is; who asks for
 * the health waits a short while at most, and one question at a time is under way however many ask.
 */
final class DatabaseHealth implements HealthIndicator {

    private final DataSource dataSource;
    private final Duration patience;
    private final AtomicReference<@Nullable FutureTask<Health>> asked = new AtomicReference<>();

    /** @param patience how long an answer may take before the database counts as down */
    DatabaseHealth(DataSource dataSource, Duration patience) {
        this.dataSource = dataSource;
        this.patience = patience;
    }

    @Override
    public Health health() {
        FutureTask<Health> question = question();
        try {
            return question.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return down("The database has not answered for " + patience.toSeconds() + " s.");
        } catch (ExecutionException e) {
            return down("The database cannot be asked: " + e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return down("Interrupted while the database was asked.");
        }
    }

    /** The one under way, else a new one. */
    private FutureTask<Health> question() {
        FutureTask<Health> underWay = asked.get();
        if (underWay != null && !underWay.isDone()) {
            return underWay;
        }
        var question = new FutureTask<>(this::ask);
        if (asked.compareAndSet(underWay, question)) {
            Thread.ofVirtual().name("database-health").start(question);
            return question;
        }
        return requireNonNull(asked.get());
    }

    private Health ask() {
        try (Connection connection = dataSource.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select pg_is_in_recovery()")) {
            rows.next();
            return rows.getBoolean(1)
                    ? down("The database is a standby and cannot be written to.")
                    : Health.up().build();
        } catch (SQLException e) {
            return down("The database cannot be used now (SQL state " + e.getSQLState() + ").");
        }
    }

    private static Health down(String why) {
        return Health.down().withDetail("why", why).build();
    }
}
