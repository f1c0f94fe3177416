package dk.ordrebro.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The one real PostgreSQL of a test run. Every database asked for is a fresh copy of one that was migrated once. Sessions run in a time zone
 * that no machine of ours is in, so that code which mixes up local and absolute time shows itself.
 */
final class TestServer {

    static final String ODD_TIME_ZONE = "set time zone 'Pacific/Chatham'";

    private static final String TEMPLATE = "test_template";
    private static final AtomicInteger COUNTER = new AtomicInteger();

    /** Kept in reach: a lock nobody points at is let go by the collector, and another run would stop this run's server. */
    @SuppressWarnings("UnusedVariable") // Held, not read.
    private static @Nullable FolderLock lock;

    private final PostgresServer server;
    private final int port;
    private final String password;

    private TestServer() {
        Path folder = claimFolder(1);
        PostgresServer postgres = new PostgresServer(
                PostgresBinaries.unpackedBelow(folder), ServerAccount.ours(), folder.resolve("database"));
        Path passwordFile = folder.resolve("database-superuser.password");
        this.password = PasswordFile.readOrMake(passwordFile);
        this.server = postgres;
        postgres.makeCluster(passwordFile);
        postgres.stopLeftOver();
        this.port = postgres.start(ServerSettings.forgetful());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::stop));
        dropLeftOvers();
        top().sql("create database " + TEMPLATE).update();
        new Migrations().migrate(Flyway.configure().dataSource(plain(TEMPLATE)).load());
    }

    /** The running server; starts it at the first call. */
    static TestServer get() {
        return Holder.SERVER;
    }

    /** Several test runs may stand in the same folder at once: each takes the first place nobody holds. */
    @SuppressWarnings("resource") // The lock is held until the process ends.
    private static Path claimFolder(int number) {
        Path folder =
                Path.of("target", "test-postgres", Integer.toString(number)).toAbsolutePath();
        try {
            lock = FolderLock.on(folder);
            return folder;
        } catch (DatabaseUnusable taken) {
            if (number == 9) {
                throw taken;
            }
            return claimFolder(number + 1);
        }
    }

    private void dropLeftOvers() {
        top().sql("select datname from pg_database where datname like 'test\\_%'")
                .query(String.class)
                .list()
                .forEach(this::drop);
    }

    /** A fresh, migrated database. */
    synchronized DatabaseAddress create() {
        String name = "test_" + COUNTER.incrementAndGet();
        top().sql("create database " + name + " template " + TEMPLATE).update();
        return address(name);
    }

    /** A fresh database without a single table. */
    synchronized DatabaseAddress createEmpty() {
        String name = "test_" + COUNTER.incrementAndGet();
        top().sql("create database " + name).update();
        return address(name);
    }

    synchronized void drop(DatabaseAddress address) {
        drop(address.url().substring(address.url().lastIndexOf('/') + 1));
    }

    private void drop(String name) {
        top().sql("drop database if exists " + name + " with (force)").update();
    }

    static HikariDataSource pool(DatabaseAddress address) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(0);
        config.setConnectionInitSql(ODD_TIME_ZONE);
        return new HikariDataSource(config);
    }

    private JdbcClient top() {
        return JdbcClient.create(plain("postgres"));
    }

    private DataSource plain(String name) {
        DatabaseAddress address = address(name);
        return new DriverManagerDataSource(address.url(), address.user(), address.password());
    }

    private DatabaseAddress address(String name) {
        return new DatabaseAddress(
                "jdbc:postgresql://" + ServerSettings.LOOPBACK + ":" + port + "/" + name,
                PostgresServer.SUPERUSER,
                password);
    }

    private static final class Holder {
        static final TestServer SERVER = new TestServer();
    }
}
