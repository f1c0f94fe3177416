package dk.ordrebro.billysimulator.record;

import dk.ordrebro.billysimulator.evidence.Known;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One key of a record.
 *
 * @param <T> the Java form of its values
 */
public final class Field<T> {

    private final String name;
    private final int index;
    private final FieldType<T> type;
    private final Known known;
    private final Set<Rule> rules;
    private final @Nullable String target;

    Field(String name, int index, FieldType<T> type, Known known, Set<Rule> rules, @Nullable String target) {
        this.name = name;
        this.index = index;
        this.type = type;
        this.known = known;
        this.rules = rules;
        this.target = target;
    }

    public String name() {
        return name;
    }

    int index() {
        return index;
    }

    public FieldType<T> type() {
        return type;
    }

    public Known known() {
        return known;
    }

    public boolean is(Rule rule) {
        return rules.contains(rule);
    }

    public boolean isFlag() {
        return type instanceof FlagType;
    }

    /** The singular resource this key points to, or null when it is no relation. */
    public @Nullable String target() {
        return target;
    }

    /** The name of the relation: {@code contact} for {@code contactId}. */
    public String relation() {
        return name.endsWith("Id") ? name.substring(0, name.length() - 2) : name;
    }

    @Override
    public String toString() {
        return name;
    }
}
