package dk.ordrebro.web.orders;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people type them. */
final class Typed {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(?:[.,]\\d{1,6})?");

    private Typed() {}

    /** With a comma or a point for the decimals and without thousands separators; empty when it is no number. */
    static Optional<BigDecimal> decimal(String text) {
        String typed = text.strip();
        return NUMBER.matcher(typed).matches()
                ? Optional.of(new BigDecimal(typed.replace(',', '.')))
                : Optional.empty();
    }
}
