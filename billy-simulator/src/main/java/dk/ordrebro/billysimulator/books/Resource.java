package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.record.HasMany;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.record.Schema;
import dk.ordrebro.billysimulator.store.Change;
import dk.ordrebro.billysimulator.store.Reading;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Billy does when a record of one kind is made, changed or deleted. A resource without rules of its own is this. */
public class Resource {

    private final Schema schema;
    private final Set<Verb> verbs;

    public Resource(Schema schema, Set<Verb> verbs) {
        this.schema = schema;
        this.verbs = Set.copyOf(verbs);
    }

    public final Schema schema() {
        return schema;
    }

    public final boolean allows(Verb verb) {
        return verbs.contains(verb);
    }

    public final Set<Verb> verbs() {
        return verbs;
    }

    /**
     * Fills defaults and refuses what this resource cannot be, before the general checks.
     *
     * @param before the record as it was, or null when it is being made
     */
    protected void prepare(Change change, RowBuilder row, @Nullable Row before) {}

    /** Does what follows from a record that now stands with its children. */
    protected void settle(Change change, Row row, @Nullable Row before) {}

    /** Refuses that the children of a record are replaced by others. */
    protected void replace(Change change, Row row, HasMany relation) {}

    /** Refuses a deletion, or takes along what must not stay behind. Children that can be embedded go by themselves. */
    protected void forget(Change change, Row row) {}

    /** The value of a key that is worked out when it is shown; null for a key that is shown as it is stored. */
    public @Nullable String shown(Reading books, Row row, String key) {
        return null;
    }
}
