package dk.ordrebro.billysimulator.record;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** True or false. */
record FlagType() implements FieldType<Boolean> {

    @Override
    public Boolean read(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        throw wrong();
    }

    @Override
    public Boolean readText(String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw wrong();
        };
    }

    private static WrongValue wrong() {
        return new WrongValue("must be true or false", "skal være sand eller falsk");
    }

    @Override
    public void write(JsonGenerator out, Boolean value) {
        out.writeBoolean(value);
    }

    @Override
    public int compare(Boolean left, Boolean right) {
        return left.compareTo(right);
    }

    @Override
    public String label() {
        return "bool";
    }
}
