package dk.ordrebro.intake.csv;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** How numbers are written in the file. Never guessed from one number, because 1.234 means two things. */
public enum NumberStyle {
    /** 1234.50 or 1,234.50. */
    POINT(',', '.'),
    /** 1234,50 or 1.234,50, as in Denmark. */
    COMMA('.', ',');

    private final char group;
    private final char decimal;
    private final Pattern form;

    NumberStyle(char group, char decimal) {
        this.group = group;
        this.decimal = decimal;
        this.form = Pattern.compile(
                "-?([0-9]{1,40}|[0-9]{1,3}(\\%c[0-9]{3}){1,13})(\\%c[0-9]{1,40})?".formatted(group, decimal));
    }

    /** Empty where the text is no number in this style. */
    Optional<BigDecimal> read(String text) {
        String bare = text.strip();
        if (!form.matcher(bare).matches()) {
            return Optional.empty();
        }
        BigDecimal number =
                new BigDecimal(bare.replace(String.valueOf(group), "").replace(decimal, '.')).stripTrailingZeros();
        return Optional.of(number.scale() < 0 ? number.setScale(0) : number);
    }
}
