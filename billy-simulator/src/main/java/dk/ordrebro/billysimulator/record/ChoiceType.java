package dk.ordrebro.billysimulator.record;

import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** One of a few words. */
record ChoiceType(List<String> choices) implements FieldType<String> {

    @Override
    public String read(JsonNode node) {
        return readText(node.isString() ? node.stringValue() : "");
    }

    @Override
    public String readText(String text) {
        int at = choices.indexOf(text);
        if (at < 0) {
            throw new WrongValue(
                    "must be one of " + String.join(", ", choices), "skal være en af " + String.join(", ", choices));
        }
        return choices.get(at);
    }

    @Override
    public void write(JsonGenerator out, String value) {
        out.writeString(value);
    }

    @Override
    public int compare(String left, String right) {
        return left.compareTo(right);
    }

    @Override
    public String label() {
        return "one of " + String.join(", ", choices);
    }
}
