package dk.ordrebro.intake.push;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * How long a number may be. A number is read from a JSON number or from a text in plain notation, never through binary
 * fractions, and has no needless zeros: 10.00 and 10 are the same.
 *
 * @param whole digits before the point, at most
 * @param decimals digits after it, at most
 */
record Digits(int whole, int decimals) {

    static final Digits QUANTITY = new Digits(9, 6);
    /** Shops send unit prices unrounded, with as many digits as their arithmetic happens to give. */
    static final Digits PRICE = new Digits(12, 20);

    static final Digits AMOUNT = new Digits(15, 3);
    static final Digits PERCENT = new Digits(3, 6);
    static final Digits RATE = new Digits(6, 10);

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,60}(\\.[0-9]{1,60})?");

    /** What reading led to. */
    sealed interface Reading {}

    record Right(BigDecimal value) implements Reading {}

    record Wrong(String reason) implements Reading {}

    Reading read(JsonNode node) {
        if (node.isString() && PLAIN.matcher(node.stringValue()).matches()) {
            return limited(new BigDecimal(node.stringValue()));
        }
        if (node.isIntegralNumber() || node.isBigDecimal()) {
            return limited(node.decimalValue());
        }
        return new Wrong("must be a number such as 12.50");
    }

    /** Looks at the length before any digit is written out: 1E+999999999 is a short text and an endless number. */
    private Reading limited(BigDecimal number) {
        if (number.signum() == 0) {
            return new Right(BigDecimal.ZERO);
        }
        BigDecimal bare = number.stripTrailingZeros();
        long integerDigits = (long) bare.precision() - bare.scale();
        if (integerDigits > whole || bare.scale() > decimals) {
            return new Wrong(
                    "has too many digits; at most " + whole + " before the point and " + decimals + " after it");
        }
        return new Right(bare.scale() < 0 ? bare.setScale(0) : bare);
    }
}
