package dk.ordrebro.database.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What there is in the application's schema: its tables from the bottom up, its sequences, and which migrations made them. */
final class Catalogue {

    static final String HISTORY = "flyway_schema_history";

    private Catalogue() {}

    /** Tables with their columns, but for the histories of migrations and computed columns; a table after those it refers to. */
    static Map<String, List<String>> tables(Connection connection) throws SQLException {
        Map<String, List<String>> columns = columns(connection);
        Map<String, Set<String>> above = references(connection);
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        while (ordered.size() < columns.size()) {
            List<String> free = columns.keySet().stream()
                    .filter(table -> !ordered.containsKey(table))
                    .filter(table -> ordered.keySet().containsAll(above.getOrDefault(table, Set.of())))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("Tables refer to each other in a circle, above " + ordered.keySet());
            }
            free.forEach(table -> ordered.put(table, columns.get(table)));
        }
        return ordered;
    }

    private static Map<String, List<String>> columns(Connection connection) throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (List<String> row : rows(connection, """
                select t.relname, a.attname
                from pg_class t
                join pg_namespace n on n.oid = t.relnamespace and n.nspname = current_schema()
                join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                where t.relkind in ('r', 'p') and not t.relispartition and t.relname not like 'flyway_schema_history%'
                order by t.relname, a.attnum
                """)) {
            columns.computeIfAbsent(row.getFirst(), table -> new ArrayList<>()).add(row.getLast());
        }
        return columns;
    }

    /** By table, the other tables its rows refer to. */
    private static Map<String, Set<String>> references(Connection connection) throws SQLException {
        Map<String, Set<String>> above = new LinkedHashMap<>();
        for (List<String> row : rows(connection, """
                select distinct t.relname, o.relname
                from pg_constraint c
                join pg_class t on t.oid = c.conrelid
                join pg_class o on o.oid = c.confrelid
                join pg_namespace n on n.oid = t.relnamespace and n.nspname = current_schema()
                where c.contype = 'f' and c.conparentid = 0 and t.oid <> o.oid
                """)) {
            above.computeIfAbsent(row.getFirst(), table -> new LinkedHashSet<>())
                    .add(row.getLast());
        }
        return above;
    }

    /** By module, the newest migration that was done there. The module at the bottom is called {@code __root}. */
    static Map<String, String> versions(Connection connection) throws SQLException {
        Map<String, String> versions = new LinkedHashMap<>();
        for (List<String> history : rows(connection, """
                select tablename, '' from pg_tables where schemaname = current_schema() and tablename like 'flyway\\_schema\\_history%'
                order by tablename
                """)) {
            String table = history.getFirst();
            String module = table.equals(HISTORY) ? "__root" : table.substring(HISTORY.length() + 1);
            for (List<String> version : rows(
                    connection,
                    "select version, '' from " + quoted(table)
                            + " where version is not null and success order by string_to_array(version, '.')::bigint[] desc limit 1")) {
                versions.put(module, version.getFirst());
            }
        }
        return versions;
    }

    /** By sequence, the number it gave last; none where it has not been asked yet. */
    static Map<String, String> sequences(Connection connection) throws SQLException {
        Map<String, String> sequences = new LinkedHashMap<>();
        for (List<String> row : rows(connection, """
                select sequencename, last_value::text from pg_sequences
                where schemaname = current_schema() and last_value is not null order by sequencename
                """)) {
            sequences.put(row.getFirst(), row.getLast());
        }
        return sequences;
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static List<List<String>> rows(Connection connection, String query) throws SQLException {
        List<List<String>> found = new ArrayList<>();
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                found.add(List.of(rows.getString(1), rows.getString(2)));
            }
        }
        return found;
    }
}
