package dk.ordrebro.billysimulator.store;

import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All schemas there are, and the reference records (countries, currencies …) that every company shares. */
public final class Catalogue {

    private final Schema organization;
    private final Map<String, Schema> bySingular = new LinkedHashMap<>();
    private final Map<String, Schema> byPlural = new LinkedHashMap<>();
    private final Map<Schema, Table> shared = new LinkedHashMap<>();

    /**
     * @param organization the schema with one record a company
     * @param owned schemas whose records belong to a company
     * @param reference schemas with the records that all companies share
     */
    public Catalogue(Schema organization, List<Schema> owned, Map<Schema, List<Row>> reference) {
        this.organization = organization;
        register(organization);
        owned.forEach(this::register);
        reference.forEach((schema, rows) -> {
            register(schema);
            Table table = new Table(schema);
            rows.forEach(table::put);
            shared.put(schema, table);
        });
    }

    private void register(Schema schema) {
        bySingular.put(schema.singular(), schema);
        byPlural.put(schema.plural(), schema);
    }

    Schema organization() {
        return organization;
    }

    public @Nullable Schema singular(String name) {
        return bySingular.get(name);
    }

    public @Nullable Schema plural(String name) {
        return byPlural.get(name);
    }

    Map<Schema, Table> tables() {
        Map<Schema, Table> tables = new LinkedHashMap<>(shared);
        bySingular.values().forEach(schema -> tables.computeIfAbsent(schema, Table::new));
        return tables;
    }

    boolean isShared(Schema schema) {
        return shared.containsKey(schema);
    }
}
