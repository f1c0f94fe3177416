package dk.ordrebro.database;

import java.util.Map;

/** Fresh, migrated databases for what starts the application itself. */
public final class TestDatabases {

    private TestDatabases() {}

    /** The settings that point an application at a database of its own. */
    public static Map<String, Object> fresh() {
        DatabaseAddress address = TestServer.get().create();
        return Map.of(
                "spring.datasource.url", address.url(),
                "spring.datasource.username", address.user(),
                "spring.datasource.password", address.password(),
                "spring.datasource.hikari.minimum-idle", "0",
                "spring.datasource.hikari.connection-init-sql", TestServer.ODD_TIME_ZONE);
    }
}
