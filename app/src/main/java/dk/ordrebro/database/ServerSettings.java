package dk.ordrebro.database;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Settings of a PostgreSQL server. They are given on its command line, which outranks every configuration file and
 * {@code ALTER SYSTEM}, so that nobody can turn durability off behind our back.
 */
record ServerSettings(Map<String, String> values) {

    static final String LOOPBACK = "127.0.0.1";

    /** People's books: what was committed survives a power cut. */
    static ServerSettings durable() {
        return base().with("fsync", "on").with("synchronous_commit", "on").with("full_page_writes", "on");
    }

    /** Throwaway data of tests. */
    static ServerSettings forgetful() {
        return base().with("fsync", "off").with("synchronous_commit", "off").with("full_page_writes", "off");
    }

    private static ServerSettings base() {
        return new ServerSettings(Map.of())
                .with("listen_addresses", LOOPBACK)
                .with("unix_socket_directories", "''")
                .with("password_encryption", "scram-sha-256")
                .with("timezone", "UTC")
                .with("max_connections", "100")
                // Our queries are short: compiling them costs more than it saves.
                .with("jit", "off")
                .with("shared_buffers", "256MB")
                .with("max_wal_size", "2GB")
                // One file for each day of the week, overwritten a week later.
                .with("logging_collector", "on")
                .with("log_timezone", "UTC")
                .with("log_directory", "log")
                .with("log_filename", "postgresql-%a.log")
                .with("log_rotation_age", "1d")
                .with("log_truncate_on_rotation", "on");
    }

    ServerSettings with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new ServerSettings(changed);
    }

    /** As {@code postgres} takes them; no value holds a blank. */
    String asOptions(int port) {
        return "-p " + port
                + values.entrySet().stream()
                        .map(setting -> " -c " + setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining());
    }
}
