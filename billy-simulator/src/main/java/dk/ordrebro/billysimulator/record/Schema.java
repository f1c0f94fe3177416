package dk.ordrebro.billysimulator.record;

import dk.ordrebro.billysimulator.evidence.Known;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The shape of one resource's records. Built once, while the class that declares it is loaded. */
public final class Schema {

    private final String singular;
    private final String plural;
    private final List<Field<?>> fields = new ArrayList<>();
    private final Map<String, Field<?>> byName = new LinkedHashMap<>();
    private final Map<String, HasMany> children = new LinkedHashMap<>();
    private final Field<String> id;

    private Schema(String singular, String plural) {
        this.singular = singular;
        this.plural = plural;
        this.id = add("id", new TextType("id"), Known.RECORDED, null, Rule.READ_ONLY);
    }

    public static Schema of(String singular, String plural) {
        return new Schema(singular, plural);
    }

    public String singular() {
        return singular;
    }

    public String plural() {
        return plural;
    }

    public Field<String> id() {
        return id;
    }

    public List<Field<?>> fields() {
        return Collections.unmodifiableList(fields);
    }

    public @Nullable Field<?> field(String name) {
        return byName.get(name);
    }

    public Map<String, HasMany> children() {
        return Collections.unmodifiableMap(children);
    }

    int width() {
        return fields.size();
    }

    private <T> Field<T> add(String name, FieldType<T> type, Known known, @Nullable String target, Rule... rules) {
        Set<Rule> ruleSet = EnumSet.noneOf(Rule.class);
        Collections.addAll(ruleSet, rules);
        Field<T> field = new Field<>(name, fields.size(), type, known, ruleSet, target);
        if (byName.put(name, field) != null) {
            throw new IllegalStateException(singular + " has two keys called " + name);
        }
        fields.add(field);
        return field;
    }

    public Field<String> text(String name, Known known, Rule... rules) {
        return add(name, new TextType("string"), known, null, rules);
    }

    /** A key that points to another resource: {@code contactId} to {@code contact}. */
    public Field<String> reference(String name, String target, Known known, Rule... rules) {
        return add(name, new TextType("id of " + target), known, target, rules);
    }

    public Field<String> choice(String name, Known known, List<String> choices, Rule... rules) {
        return add(name, new ChoiceType(choices), known, null, rules);
    }

    public Field<Boolean> flag(String name, Known known, Rule... rules) {
        return add(name, new FlagType(), known, null, rules);
    }

    public Field<Integer> whole(String name, Known known, Rule... rules) {
        return add(name, new WholeType(), known, null, rules);
    }

    public Field<BigDecimal> decimal(String name, Known known, Rule... rules) {
        return add(name, new DecimalType(), known, null, rules);
    }

    public Field<LocalDate> date(String name, Known known, Rule... rules) {
        return add(name, new DateType(), known, null, rules);
    }

    public Field<Instant> time(String name, Known known, Rule... rules) {
        return add(name, new TimeType(), known, null, rules);
    }

    public Field<JsonNode> json(String name, Known known, Rule... rules) {
        return add(name, new JsonType(), known, null, rules);
    }

    /** Children that a client may send inside the parent. */
    public HasMany embeds(String name, Schema child, Field<String> parentKey) {
        return relate(new HasMany(name, child, parentKey, true));
    }

    /** Children that Billy makes, readable by include. */
    public HasMany hasMany(String name, Schema child, Field<String> parentKey) {
        return relate(new HasMany(name, child, parentKey, false));
    }

    private HasMany relate(HasMany relation) {
        children.put(relation.name(), relation);
        return relation;
    }

    @Override
    public String toString() {
        return plural;
    }
}
