package dk.ordrebro.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One migrated database for all tests of a run that keep out of each other's way, each with a company of its own. */
public final class SharedDatabase {

    @SuppressWarnings("resource") // Ends with the test run.
    private static final DataSource DATA_SOURCE =
            TestServer.pool(TestServer.get().create());

    private SharedDatabase() {}

    public static DataSource dataSource() {
        return DATA_SOURCE;
    }

    public static JdbcClient jdbc() {
        return JdbcClient.create(DATA_SOURCE);
    }
}
