package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.record.RowJson;
import dk.ordrebro.billysimulator.record.Rule;
import dk.ordrebro.billysimulator.record.Schema;
import dk.ordrebro.billysimulator.record.WrongValue;
import dk.ordrebro.billysimulator.store.Change;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a client's keys into a record and holds them against the rules of its schema. */
final class RowChecks {

    private static final int SHORT_TEXT = 255;

    private RowChecks() {}

    @Behaviour(value = "Unknown body keys are ignored", known = Known.REPORTED, where = "2.1")
    @Behaviour(value = "Readonly keys sent by a client are ignored", known = Known.REPORTED, where = "15.7")
    @Behaviour(value = "An explicit null clears a key", known = Known.REPORTED, where = "2.1")
    static void read(RowBuilder row, JsonNode body, @Nullable Row before, Problems problems) {
        for (Field<?> field : row.schema().fields()) {
            JsonNode sent = body.get(field.name());
            if (sent != null && !field.is(Rule.READ_ONLY) && !field.is(Rule.HIDDEN)) {
                readOne(row, field, sent, before, problems);
            }
        }
    }

    private static void readOne(
            RowBuilder row, Field<?> field, JsonNode sent, @Nullable Row before, Problems problems) {
        try {
            RowJson.read(row, field, sent);
            row.give(field);
        } catch (WrongValue wrong) {
            problems.add(field, wrong.text());
            return;
        }
        if (before != null && field.is(Rule.IMMUTABLE) && !same(field, before, row)) {
            problems.add(field, "cannot be changed", "kan ikke ændres");
        }
    }

    @Behaviour(
            value = "An immutable key may be sent again with the value it has; another value is INVALID_RECORD",
            known = Known.GUESSED,
            where = "6")
    private static <T> boolean same(Field<T> field, Row before, RowBuilder row) {
        T old = before.get(field);
        T fresh = row.get(field);
        if (old == null || fresh == null) {
            return old == null && fresh == null;
        }
        return field.type().same(old, fresh);
    }

    @Behaviour(
            value = "organizationId may be left out with a company's token",
            known = Known.DOCUMENTED,
            where = "6.1",
            question = 3)
    @Behaviour(value = "A flag that was not sent is false", known = Known.GUESSED, where = "2.5")
    @SuppressWarnings("unchecked") // flags are booleans, organizationId is a string
    static void fill(Change change, RowBuilder row) {
        for (Field<?> field : row.schema().fields()) {
            if (field.name().equals("organizationId")) {
                row.fill((Field<String>) field, change.organization().id());
            } else if (field.isFlag()) {
                row.fill((Field<Boolean>) field, Boolean.FALSE);
            }
        }
    }

    static void check(Change change, RowBuilder row, @Nullable Row before, Problems problems) {
        for (Field<?> field : row.schema().fields()) {
            if (!row.has(field) || "".equals(row.get(field))) {
                if (field.is(Rule.REQUIRED)) {
                    problems.add(field, "is required", "skal udfyldes");
                }
            } else if (field.target() != null && (before == null || row.gave(field))) {
                checkTarget(change, row, field, field.target(), problems);
            } else if (row.gave(field)) {
                checkLength(change, row, field, problems);
            }
        }
    }

    @Behaviour(
            value = "Texts have no limit of their own; a company can be told to refuse more than 255 characters",
            known = Known.GUESSED,
            where = "14",
            question = 18)
    private static void checkLength(Change change, RowBuilder row, Field<?> field, Problems problems) {
        if (row.get(field) instanceof String text
                && text.length() > SHORT_TEXT
                && Switch.SHORT_TEXTS.isOn(change.organization())) {
            problems.add(field, "is too long", "er for lang");
        }
    }

    @Behaviour(
            value = "A relation to a record that does not exist, or is another company's: INVALID_RECORD",
            known = Known.GUESSED,
            where = "4")
    @SuppressWarnings("unchecked") // relations are ids, and ids are strings
    private static void checkTarget(Change change, RowBuilder row, Field<?> field, String target, Problems problems) {
        Field<String> relation = (Field<String>) field;
        Schema schema = change.schema(target);
        if (schema == null) {
            return;
        }
        Row found = change.find(schema, row.get(relation));
        if (found == null) {
            problems.add(
                    field,
                    "points to a `" + target + "` that does not exist",
                    "peger på en `" + target + "`, der ikke findes");
        } else {
            // the target's own string, so that a million invoices share one contact id
            row.set(relation, found.id());
        }
    }
}
