package dk.ordrebro.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL server over one cluster (a folder with databases): made, started and stopped with PostgreSQL's own programs. */
final class PostgresServer {

    static final String SUPERUSER = "postgres";

    /** Recovery after a crash may have much to replay. */
    private static final int SECONDS_TO_START = 600;

    private static final int SECONDS_TO_STOP = 60;
    private static final int STARTS = 5;

    private final PostgresBinaries binaries;
    private final ServerAccount account;
    private final Path cluster;
    private final Path startLog;

    PostgresServer(PostgresBinaries binaries, ServerAccount account, Path cluster) {
        this.binaries = binaries;
        this.account = account;
        this.cluster = cluster;
        this.startLog = cluster.resolveSibling(cluster.getFileName() + "-start.log");
    }

    /** Makes the cluster unless it is there. A half-made one, left by a crash, is thrown away and made anew. */
    void makeCluster(Path passwordFile) {
        if (Files.exists(cluster)) {
            return;
        }
        Path unfinished = cluster.resolveSibling(cluster.getFileName() + ".new");
        Folders.delete(unfinished);
        Folders.make(unfinished);
        account.own(unfinished);
        initdb(unfinished, passwordFile);
        Folders.move(unfinished, cluster);
    }

    private void initdb(Path folder, Path passwordFile) {
        account.own(passwordFile);
        // The built-in collation does not change with the operating system's libraries, which would break indexes.
        Programs.Ended made = run(
                "initdb",
                "--pgdata=" + folder,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        if (!made.well()) {
            throw new DatabaseUnusable(
                    "PostgreSQL could not make its data folder " + cluster + ": " + lastLine(made.output()));
        }
    }

    /** @throws DatabaseUnusable when the cluster belongs to another major version */
    void checkVersion() {
        String version = Folders.read(cluster.resolve("PG_VERSION")).strip();
        if (!version.equals(Integer.toString(PostgresBinaries.MAJOR))) {
            throw new DatabaseUnusable("The data in " + cluster + " was made by PostgreSQL " + version
                    + " and this program brings " + PostgresBinaries.MAJOR
                    + ". Bring it over with pg_upgrade, or use the version of Ordrebro that made it.");
        }
    }

    /** Ends a server that an earlier run left behind, cleanly; whoever calls this holds the folder's lock, so nobody uses it. */
    void stopLeftOver() {
        PidFile.in(cluster).ifPresent(left -> {
            if (left.isServerRunning()) {
                stop();
            } else {
                left.remove();
            }
        });
    }

    /** Starts it and answers with the port it listens on, at the loopback address. */
    int start(ServerSettings settings) {
        account.own(cluster);
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            Programs.Ended started = run(
                    "pg_ctl",
                    "start",
                    "--wait",
                    "--timeout=" + SECONDS_TO_START,
                    "--pgdata=" + cluster,
                    "--log=" + freshStartLog(),
                    "--options=" + settings.asOptions(port));
            if (started.well()) {
                return port;
            }
            if (attempt == STARTS || !isPassing()) {
                throw new DatabaseUnusable("PostgreSQL does not start: " + lastLine(Folders.read(startLog)) + " See "
                        + startLog + " and " + cluster.resolve("log") + ".");
            }
        }
    }

    /** Lets running statements end as cancelled and leaves nothing to recover. */
    void stop() {
        if (!pgCtlStop("fast") && !pgCtlStop("immediate")) {
            throw new DatabaseUnusable("The PostgreSQL server in " + cluster + " does not stop.");
        }
    }

    private boolean pgCtlStop(String mode) {
        return run("pg_ctl", "stop", "--wait", "--timeout=" + SECONDS_TO_STOP, "--pgdata=" + cluster, "--mode=" + mode)
                .well();
    }

    /** Somebody took the port between our look and the server's, or the last workers of a killed server are still on their way out. */
    private boolean isPassing() {
        String log = Folders.read(startLog);
        return log.contains("Address already in use") || log.contains("pre-existing shared memory block");
    }

    private Path freshStartLog() {
        Folders.write(startLog, "");
        account.own(startLog);
        return startLog;
    }

    private Programs.Ended run(String program, String... arguments) {
        List<String> command = new ArrayList<>(account.prefix());
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));
        return Programs.run(command);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port at the loopback address", e);
        }
    }

    private static String lastLine(String text) {
        return text.strip().lines().reduce((first, second) -> second).orElse("it says nothing.");
    }
}
