package dk.ordrebro.database;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The PostgreSQL this program starts itself: durable, reachable from this machine only, behind a password, its data in a folder. It ends
 * with {@link #close()}; when the program is killed instead, the next start on the same folder ends what was left and recovers it.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String DATABASE = "ordrebro";
    private static final String CLUSTER = "database";

    private final FolderLock lock;
    private final PostgresServer server;
    private final DatabaseAddress address;

    private EmbeddedPostgres(FolderLock lock, PostgresServer server, DatabaseAddress address) {
        this.lock = lock;
        this.server = server;
        this.address = address;
    }

    /**
     * Starts it, after making what is missing.
     *
     * @param folder made when missing; belongs to one running instance at a time
     * @throws DatabaseUnusable when the folder cannot be used or the server does not keep its promises
     */
    public static EmbeddedPostgres start(Path folder) {
        return start(folder, ServerSettings.durable());
    }

    static EmbeddedPostgres start(Path folder, ServerSettings settings) {
        Path absolute = folder.toAbsolutePath().normalize();
        FolderLock lock = FolderLock.on(absolute);
        try {
            return start(absolute, settings, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres start(Path folder, ServerSettings settings, FolderLock lock) {
        PostgresServer server = new PostgresServer(
                PostgresBinaries.unpackedBelow(folder), ServerAccount.ours(), folder.resolve(CLUSTER));
        Path passwordFile = folder.resolve("database-superuser.password");
        String superPassword = PasswordFile.readOrMake(passwordFile);
        server.makeCluster(passwordFile);
        server.checkVersion();
        server.stopLeftOver();
        int port = server.start(settings);
        try {
            DatabaseAddress address = address(folder, port);
            DatabaseAddress top = new DatabaseAddress(url(port, "postgres"), PostgresServer.SUPERUSER, superPassword);
            OwnRole.prepare(top, address, DATABASE);
            SettingsCheck.check(top, address, settings);
            return new EmbeddedPostgres(lock, server, address);
        } catch (RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    /**
     * Where the database of an instance is that runs now; empty when none runs on this folder. Whoever may read the folder may use it.
     */
    public static Optional<DatabaseAddress> running(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        return Optional.of(absolute)
                .filter(FolderLock::isHeld)
                .flatMap(held -> PidFile.in(held.resolve(CLUSTER)))
                .filter(file -> file.port() > 0 && file.isServerRunning())
                .map(file -> address(absolute, file.port()));
    }

    private static DatabaseAddress address(Path folder, int port) {
        return new DatabaseAddress(
                url(port, DATABASE), DATABASE, PasswordFile.readOrMake(folder.resolve("database.password")));
    }

    /** Where the application's own database is; its role may do everything there and nothing elsewhere. */
    public DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        server.stop();
        lock.close();
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://" + ServerSettings.LOOPBACK + ":" + port + "/" + database;
    }
}
