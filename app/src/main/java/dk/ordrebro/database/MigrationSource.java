package dk.ordrebro.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The way in by which tables are brought up to date: a statement may take longer there than one of the application.
 *
 * @param url JDBC URL; empty: the application's own connections
 * @param pooled whether a pooler stands in between
 */
@ConfigurationProperties("ordrebro.migration")
record MigrationSource(
        @DefaultValue("") String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("false") boolean pooled,
        @DefaultValue("3600") long answerSeconds,
        @DefaultValue("5") long connectSeconds) {

    boolean isOwn() {
        return !url.isEmpty();
    }

    /** Connections for the time of a migration; to be closed. */
    HikariDataSource open() {
        DatabaseAddress address = new DatabaseAddress(url, user, password, pooled);
        ConnectionLimits limits = new ConnectionLimits(
                Duration.ofSeconds(connectSeconds), ConnectionLimits.USUAL.answer(), Duration.ofSeconds(answerSeconds));
        HikariConfig config = new HikariConfig();
        config.setPoolName("migration");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(4);
        limits.forMigration(address).forEach(config::addDataSourceProperty);
        return new HikariDataSource(config);
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
