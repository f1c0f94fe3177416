package dk.ordrebro.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedPostgresTests {

    @TempDir
    private Path folder;

    @Test
    void keepsDataOverAnOrderlyEnd() {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(folder)) {
            jdbc(first.address())
                    .sql("create table kept as select 42 as answer")
                    .update();
        }

        try (EmbeddedPostgres second = EmbeddedPostgres.start(folder)) {
            assertThat(answer(second)).isEqualTo(42);
        }
    }

    @Test
    void runsDurablyBehindAPasswordAsAnOrdinaryRole() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            JdbcClient jdbc = jdbc(postgres.address());

            assertThat(jdbc.sql("show fsync").query(String.class).single()).isEqualTo("on");
            assertThat(jdbc.sql("show synchronous_commit").query(String.class).single())
                    .isEqualTo("on");
            assertThat(jdbc.sql("select rolsuper from pg_roles where rolname = current_user")
                            .query(Boolean.class)
                            .single())
                    .isFalse();
            assertThatThrownBy(() -> jdbc(withPassword(postgres, "guess"))
                            .sql("select 1")
                            .query()
                            .singleValue())
                    .isInstanceOf(CannotGetJdbcConnectionException.class)
                    .hasRootCauseInstanceOf(SQLException.class)
                    .rootCause()
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void keepsItsPasswordsToItsOwner() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(postgres.address().toString())
                    .doesNotContain(postgres.address().password());
        }

        for (String name : new String[] {"database.password", "database-superuser.password"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void endsAServerThatAKilledProgramLeftRunning() {
        PostgresServer left = serverLeftBehind();

        try (EmbeddedPostgres next = EmbeddedPostgres.start(folder)) {
            assertThat(answer(next)).isEqualTo(42);
        }

        assertThat(left).isNotNull();
        assertThat(PidFile.in(folder.resolve("database"))).isEmpty();
    }

    @Test
    void recoversAServerThatWasKilled() {
        serverLeftBehind();
        long pid = PidFile.in(folder.resolve("database")).orElseThrow().pid();
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();

        try (EmbeddedPostgres next = EmbeddedPostgres.start(folder)) {
            assertThat(answer(next)).isEqualTo(42);
        }
    }

    @Test
    void doesNotTakeAnotherProcessForItsServer() throws IOException {
        EmbeddedPostgres.start(folder).close();
        Path pidFile = folder.resolve("database/postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + folder.resolve("database") + "\n");

        try (EmbeddedPostgres next = EmbeddedPostgres.start(folder)) {
            assertThat(jdbc(next.address()).sql("select 1").query(Integer.class).single())
                    .isOne();
        }
    }

    @Test
    void throwsAwayAHalfMadeCluster() throws IOException {
        Files.createDirectories(folder.resolve("database.new/base"));
        Files.writeString(folder.resolve("database.new/PG_VERSION"), "18");

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(jdbc(postgres.address())
                            .sql("select 1")
                            .query(Integer.class)
                            .single())
                    .isOne();
        }
    }

    @Test
    void refusesAFolderThatIsInUse() {
        try (EmbeddedPostgres running = EmbeddedPostgres.start(folder)) {
            assertThat(running).isNotNull();
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessageContaining("is in use by another instance of Ordrebro (process "
                            + ProcessHandle.current().pid() + ")");
        }
    }

    @Test
    void refusesAFolderThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatThrownBy(() -> EmbeddedPostgres.start(file.resolve("data")))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageStartingWith("The data folder " + file.resolve("data") + " cannot be written.");
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws IOException {
        EmbeddedPostgres.start(folder).close();
        Files.writeString(folder.resolve("database/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("was made by PostgreSQL 17");
    }

    @Test
    void refusesToRunWhereThePromisesAreNotKept() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            jdbc(postgres.address())
                    .sql("alter role current_user set synchronous_commit = off")
                    .update();
        }

        assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("synchronous_commit = off instead of on");
    }

    @Test
    void refusesToLetAnybodyInWithoutAPassword() throws IOException {
        EmbeddedPostgres.start(folder).close();
        Path rules = folder.resolve("database/pg_hba.conf");
        Files.writeString(rules, Files.readString(rules) + "\nhost all all 127.0.0.1/32 trust\n");

        assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("without a password");
    }

    /** A running server with a row in it whose program is gone. */
    private PostgresServer serverLeftBehind() {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(folder)) {
            jdbc(first.address())
                    .sql("create table kept as select 42 as answer")
                    .update();
        }
        PostgresServer server = new PostgresServer(
                PostgresBinaries.unpackedBelow(folder), ServerAccount.ours(), folder.resolve("database"));
        server.start(ServerSettings.durable());
        return server;
    }

    private static int answer(EmbeddedPostgres postgres) {
        return jdbc(postgres.address())
                .sql("select answer from kept")
                .query(Integer.class)
                .single();
    }

    private static DatabaseAddress withPassword(EmbeddedPostgres postgres, String password) {
        return new DatabaseAddress(postgres.address().url(), postgres.address().user(), password);
    }

    private static JdbcClient jdbc(DatabaseAddress address) {
        return JdbcClient.create(new DriverManagerDataSource(address.url(), address.user(), address.password()));
    }
}
