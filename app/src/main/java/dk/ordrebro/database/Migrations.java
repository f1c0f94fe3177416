package dk.ordrebro.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.core.ApplicationModuleIdentifier;
import org.springframework.modulith.core.ApplicationModuleIdentifiers;
import org.springframework.modulith.runtime.flyway.HasMigrationFiles;
import org.springframework.modulith.runtime.flyway.SpringModulithFlywayMigrationStrategy;

/**
 * Brings the tables of every module up to date: {@code db/migration/__root} first, then a folder and a history table for each module, from
 * the bottom of the house to its top, so that a module's tables may refer to those below. A database that a newer version of the
 * program has changed is refused untouched.
 */
public final class Migrations implements FlywayMigrationStrategy {

    /** The modules from the bottom up. Written down, because working it out at every start takes a second; a test compares. */
    public static final List<String> ORDER = List.of(
            "money",
            "work",
            "access",
            "mail",
            "database",
            "integration",
            "outside",
            "vies",
            "order",
            "question",
            "accounting",
            "intake",
            "enrichment",
            "booking",
            "proof",
            "period",
            "alarm",
            "activity",
            "webhook",
            "web",
            "api",
            "command");

    private static final String HISTORY = "flyway_schema_history";

    private final @Nullable MigrationSource source;

    /** By the connections that the caller brings. */
    public Migrations() {
        this.source = null;
    }

    Migrations(MigrationSource source) {
        this.source = source;
    }

    /** @throws DatabaseUnusable when the database was used by a newer version */
    @Override
    public void migrate(Flyway flyway) {
        if (source == null || !source.isOwn()) {
            migrateAll(flyway);
            return;
        }
        try (HikariDataSource connections = source.open()) {
            migrateAll(Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .dataSource(connections)
                    .load());
        }
    }

    private static void migrateAll(Flyway flyway) {
        refuseNewer(flyway);
        new SpringModulithFlywayMigrationStrategy(
                        ApplicationModuleIdentifiers.of(ORDER.stream()
                                .map(ApplicationModuleIdentifier::of)
                                .toList()),
                        new HasMigrationFiles(new PathMatchingResourcePatternResolver()))
                .migrate(flyway);
    }

    /**
     * Makes the tables of an empty database as an earlier version of the program had them.
     *
     * @param versions by module, the newest migration to do there; a module that is not named gets no tables
     * @throws DatabaseUnusable when this program knows no such migration
     */
    public static void makeAsOf(Map<String, String> versions, DataSource database) {
        List<String> modules =
                Stream.concat(Stream.of("__root"), ORDER.stream()).toList();
        Map<String, Flyway> migrating = new LinkedHashMap<>();
        for (String module : modules) {
            String version = versions.get(module);
            if (version != null) {
                Flyway flyway = of(module, version, database);
                if (version.equals("0") || knows(flyway, MigrationVersion.fromVersion(version))) {
                    migrating.put(module, flyway);
                }
            }
        }
        if (migrating.size() < versions.size()) {
            throw new DatabaseUnusable("It was made by a newer version of Ordrebro. Use that version.");
        }
        migrating.values().forEach(Flyway::migrate);
    }

    private static boolean knows(Flyway flyway, MigrationVersion version) {
        return Stream.of(flyway.info().all()).anyMatch(one -> version.equals(one.getVersion()));
    }

    private static Flyway of(String module, String version, DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/" + module)
                .table(module.equals("__root") ? HISTORY : HISTORY + "_" + module)
                .baselineVersion("0")
                .baselineOnMigrate(true)
                .target(version)
                .load();
    }

    private static void refuseNewer(Flyway flyway) {
        Set<String> tables =
                Set.copyOf(new JdbcTemplate(flyway.getConfiguration().getDataSource())
                        .queryForList(
                                "select tablename from pg_tables where schemaname = current_schema() and tablename like ?",
                                String.class,
                                HISTORY + "%"));
        boolean newer = tables.stream()
                .anyMatch(table -> folderOf(table).isEmpty()
                        || hasUnknown(flyway, table, folderOf(table).get()));
        if (newer) {
            throw new DatabaseUnusable(
                    "This database was used by a newer version of Ordrebro. Start that version, or restore the backup"
                            + " made before the upgrade.");
        }
    }

    private static java.util.Optional<String> folderOf(String table) {
        return Stream.concat(Stream.of("__root"), ORDER.stream())
                .filter(folder -> table.equals(folder.equals("__root") ? HISTORY : HISTORY + "_" + folder))
                .findFirst();
    }

    private static boolean hasUnknown(Flyway flyway, String table, String folder) {
        Flyway one = Flyway.configure()
                .configuration(flyway.getConfiguration())
                .locations("classpath:db/migration/" + folder)
                .table(table)
                .load();
        return Stream.of(one.info().applied()).anyMatch(Migrations::isUnknown);
    }

    private static boolean isUnknown(MigrationInfo applied) {
        return switch (applied.getState()) {
            case FUTURE_SUCCESS, FUTURE_FAILED, MISSING_SUCCESS, MISSING_FAILED -> true;
            default -> false;
        };
    }
}
