package dk.ordrebro.access;

import dk.ordrebro.database.SharedDatabase;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database all tests of a run share; each test makes companies of its own. */
public final class Postgres {

    private Postgres() {}

    public static DataSource dataSource() {
        return SharedDatabase.dataSource();
    }

    public static JdbcClient jdbc() {
        return SharedDatabase.jdbc();
    }
}
