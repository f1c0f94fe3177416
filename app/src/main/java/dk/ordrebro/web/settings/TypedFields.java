package dk.ordrebro.web.settings;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** The drop-downs of the templates as typed and not saved, kept from one page to the next so that nothing typed is lost. */
record TypedFields(HashMap<String, String> fields) implements Serializable {

    static final String NAME = "typed";

    static TypedFields of(Map<String, String> form) {
        var fields = new HashMap<String, String>();
        form.forEach((field, value) -> {
            if (field.endsWith("-account") || field.endsWith("-ruleset")) {
                fields.put(field, value);
            }
        });
        return new TypedFields(fields);
    }
}
