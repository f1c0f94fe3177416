package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.refusal.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that is wrong with one record, gathered so that a client hears it all at once. */
final class Problems {

    private final String singular;
    private final List<Text> found = new ArrayList<>();

    Problems(String singular) {
        this.singular = singular;
    }

    void add(Field<?> field, Text text) {
        add(field.name(), text);
    }

    void add(String key, Text text) {
        found.add(new Text(key + " " + text.english(), key + " " + text.danish()));
    }

    void add(Field<?> field, String english, String danish) {
        add(field, new Text(english, danish));
    }

    void refuseIfAny() {
        if (!found.isEmpty()) {
            throw Refusal.record(singular, new Text(joined(false), joined(true)));
        }
    }

    private String joined(boolean danish) {
        return found.stream().map(text -> text.in(danish)).collect(Collectors.joining(", ", "", "."));
    }
}
