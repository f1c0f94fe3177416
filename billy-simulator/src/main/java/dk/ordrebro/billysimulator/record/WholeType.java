package dk.ordrebro.billysimulator.record;

import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A whole number. */
record WholeType() implements FieldType<Integer> {

    private static final FieldType<BigDecimal> DECIMAL = new DecimalType();

    @Override
    public Integer read(JsonNode node) {
        return whole(DECIMAL.read(node));
    }

    @Override
    public Integer readText(String text) {
        return whole(DECIMAL.readText(text));
    }

    private static Integer whole(BigDecimal value) {
        try {
            return value.intValueExact();
        } catch (ArithmeticException notWhole) {
            throw new WrongValue("must be a whole number", "skal være et helt tal");
        }
    }

    @Override
    public void write(JsonGenerator out, Integer value) {
        out.writeNumber(value.intValue());
    }

    @Override
    public int compare(Integer left, Integer right) {
        return left.compareTo(right);
    }

    @Override
    public String label() {
        return "int";
    }
}
