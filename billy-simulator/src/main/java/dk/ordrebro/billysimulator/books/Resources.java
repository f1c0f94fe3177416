package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.record.Schema;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All resources under {@code /v2}, by their plural name. */
public final class Resources {

    private final Map<String, Resource> byPlural = new LinkedHashMap<>();
    private final Map<Schema, Resource> bySchema = new LinkedHashMap<>();

    public Resources(List<Resource> resources) {
        for (Resource resource : resources) {
            byPlural.put(resource.schema().plural(), resource);
            bySchema.put(resource.schema(), resource);
        }
    }

    public @Nullable Resource plural(String name) {
        return byPlural.get(name);
    }

    public Resource of(Schema schema) {
        return Objects.requireNonNull(bySchema.get(schema), () -> "no resource for " + schema);
    }

    public Collection<Resource> all() {
        return byPlural.values();
    }
}
