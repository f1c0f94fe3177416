package dk.ordrebro.billysimulator.record;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** A piece of JSON that Billy keeps and gives back as it came. */
record JsonType() implements FieldType<JsonNode> {

    @Override
    public JsonNode read(JsonNode node) {
        if (node.isContainer()) {
            checkTexts(node);
            return node;
        }
        throw new WrongValue("must be a list or an object", "skal være en liste eller et objekt");
    }

    private static void checkTexts(JsonNode node) {
        if (node.isString()) {
            new TextType("").readText(node.stringValue());
        }
        if (node.isObject()) {
            node.properties().forEach(entry -> new TextType("").readText(entry.getKey()));
        }
        node.forEach(JsonType::checkTexts);
    }

    @Override
    public JsonNode readText(String text) {
        return StringNode.valueOf(text);
    }

    @Override
    public void write(JsonGenerator out, JsonNode value) {
        out.writeTree(value);
    }

    @Override
    public int compare(JsonNode left, JsonNode right) {
        return left.toString().compareTo(right.toString());
    }

    @Override
    public String label() {
        return "json";
    }
}
