package dk.ordrebro.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class MigrationsTests {

    private final DatabaseAddress address = TestServer.get().createEmpty();
    private final HikariDataSource pool = TestServer.pool(address);
    private final JdbcClient jdbc = JdbcClient.create(pool);

    @AfterEach
    void drop() {
        pool.close();
        TestServer.get().drop(address);
    }

    @Test
    void makesTheTablesOfEveryModule() {
        migrate();

        assertThat(tables()).contains("app_user", "flyway_schema_history_access");
    }

    @Test
    void findsNothingToDoTheSecondTime() {
        migrate();
        long applied = applied();

        migrate();

        assertThat(applied()).isEqualTo(applied);
    }

    @Test
    void refusesADatabaseWithAMigrationItDoesNotKnow() {
        migrate();
        jdbc.sql("""
                        insert into flyway_schema_history_access
                          (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                        values (99, '99990101', 'from the future', 'SQL', 'V99990101__from_the_future.sql', 1, 'test', 1, true)
                        """).update();

        assertThatThrownBy(this::migrate)
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageStartingWith("This database was used by a newer version of Ordrebro.");
    }

    @Test
    void refusesADatabaseWithAModuleItDoesNotKnow() {
        jdbc.sql("create table flyway_schema_history_forecast (installed_rank int)")
                .update();

        assertThatThrownBy(this::migrate).isInstanceOf(DatabaseUnusable.class);
        assertThat(tables()).containsExactly("flyway_schema_history_forecast");
    }

    private void migrate() {
        new Migrations().migrate(Flyway.configure().dataSource(pool).load());
    }

    private long applied() {
        return jdbc.sql("select count(*) from flyway_schema_history_access")
                .query(Long.class)
                .single();
    }

    private java.util.List<String> tables() {
        return jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
                .query((row, number) -> row.getString(1))
                .list();
    }
}
