package dk.ordrebro.billysimulator.record;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A decimal number, exact. */
@Behaviour(value = "Numbers go out in minimal form: 300, 62.5", known = Known.RECORDED, where = "2.5")
@Behaviour(value = "Numeric strings are accepted on write", known = Known.REPORTED, where = "2.5")
@Behaviour(value = "More than 15 digits before or 12 after the point are refused", known = Known.GUESSED, where = "8")
record DecimalType() implements FieldType<BigDecimal> {

    private static final int MOST_INTEGER_DIGITS = 15;
    private static final int MOST_DECIMALS = 12;
    private static final Pattern NUMERIC = Pattern.compile("[+-]?\\d{1,40}(\\.\\d{1,40})?");

    @Override
    public BigDecimal read(JsonNode node) {
        if (node.isNumber()) {
            return bounded(node.decimalValue());
        }
        if (node.isString()) {
            return readText(node.stringValue());
        }
        throw wrong();
    }

    @Override
    public BigDecimal load(JsonNode node) {
        return node.decimalValue();
    }

    @Override
    public BigDecimal readText(String text) {
        String trimmed = text.strip();
        if (!NUMERIC.matcher(trimmed).matches()) {
            throw wrong();
        }
        return bounded(new BigDecimal(trimmed));
    }

    private static BigDecimal bounded(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        long integerDigits = (long) value.precision() - value.scale();
        if (integerDigits > MOST_INTEGER_DIGITS || value.scale() > 100) {
            throw new WrongValue("is out of range", "er uden for det tilladte område");
        }
        BigDecimal minimal = value.stripTrailingZeros();
        if (minimal.scale() > MOST_DECIMALS) {
            throw new WrongValue("has too many decimals", "har for mange decimaler");
        }
        return minimal.scale() <= 0 ? BigDecimal.valueOf(minimal.longValueExact()) : minimal;
    }

    private static WrongValue wrong() {
        return new WrongValue("must be a number", "skal være et tal");
    }

    @Override
    public void write(JsonGenerator out, BigDecimal value) {
        out.writeNumber(value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
    }

    @Override
    public int compare(BigDecimal left, BigDecimal right) {
        return left.compareTo(right);
    }

    @Override
    public String label() {
        return "float";
    }
}
