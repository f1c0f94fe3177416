package dk.ordrebro.access;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One real PostgreSQL for all tests of a run; each test makes companies of its own. Its time zone differs from everybody else's on purpose. */
public final class Postgres {

    private static final DataSource DATA_SOURCE = start();

    private Postgres() {}

    private static DataSource start() {
        try {
            @SuppressWarnings("resource") // stops with the JVM
            DataSource dataSource = EmbeddedPostgres.builder()
                    .setServerConfig("timezone", "Pacific/Auckland")
                    .setServerConfig("max_connections", "200")
                    .start()
                    .getPostgresDatabase();
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return dataSource;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static DataSource dataSource() {
        return DATA_SOURCE;
    }

    public static JdbcClient jdbc() {
        return JdbcClient.create(DATA_SOURCE);
    }
}
