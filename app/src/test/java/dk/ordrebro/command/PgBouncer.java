package dk.ordrebro.command;

import dk.ordrebro.database.DatabaseAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PgBouncer in transaction mode in front of a PostgreSQL: Debian's package. */
final class PgBouncer implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");

    private final Process process;
    private final DatabaseAddress address;

    private PgBouncer(Process process, DatabaseAddress address) {
        this.process = process;
        this.address = address;
    }

    static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    static PgBouncer inFrontOf(DatabaseAddress server, Path folder) throws Exception {
        URI uri = URI.create(server.url().substring("jdbc:".length()));
        int port = freePort();
        Files.createDirectories(folder);
        Path users = Files.writeString(
                folder.resolve("users.txt"), "\"%s\" \"%s\"\n".formatted(server.user(), server.password()));
        List<String> lines = List.of(
                "[databases]",
                "ordrebro = host=127.0.0.1 port=%d dbname=%s"
                        .formatted(uri.getPort(), uri.getPath().substring(1)),
                "[pgbouncer]",
                "listen_addr = 127.0.0.1",
                "listen_port = " + port,
                "unix_socket_dir =",
                "auth_type = scram-sha-256",
                "auth_file = " + users,
                "pool_mode = transaction",
                // fewer than the application holds, so that each of its connections meets another of the server all the
                // time
                "default_pool_size = 3",
                "max_client_conn = 100");
        Path settings = Files.write(folder.resolve("pgbouncer.ini"), lines);
        readableByAll(folder);
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), settings.toString()));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(1, List.of("-u", "nobody"));
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of(folder + ".log").toFile())
                .start();
        awaitDoor(process, port, Path.of(folder + ".log"));
        return new PgBouncer(
                process,
                new DatabaseAddress(
                        "jdbc:postgresql://127.0.0.1:" + port + "/ordrebro", server.user(), server.password()));
    }

    /** It runs as somebody else where this is root. The password is that of a database of this test alone. */
    private static void readableByAll(Path folder) throws IOException {
        for (Path up = folder; up != null && Files.getOwner(up).equals(Files.getOwner(folder)); up = up.getParent()) {
            if (up.startsWith(System.getProperty("java.io.tmpdir")) && up.getNameCount() > 1) {
                Files.setPosixFilePermissions(up, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            }
        }
    }

    private static void awaitDoor(Process process, int port, Path log) throws Exception {
        for (int tenth = 0; tenth < 600; tenth++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException _) {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        throw new IllegalStateException("PgBouncer does not start: " + Files.readString(log));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
