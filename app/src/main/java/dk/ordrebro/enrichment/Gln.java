package dk.ordrebro.enrichment;

import java.util.Optional;
import java.util.stream.IntStream;

/** The EAN location number (GLN) of a public body: thirteen digits, the last of which checks the others. */
final class Gln {

    private static final int LENGTH = 13;

    private Gln() {}

    /** The digits of what was written, whatever stands between them; empty where they are no such number. */
    static Optional<String> of(String written) {
        String digits = written.replaceAll("[\\s.-]", "");
        return digits.matches("\\d{" + LENGTH + "}") && checks(digits) ? Optional.of(digits) : Optional.empty();
    }

    private static boolean checks(String digits) {
        int sum = IntStream.range(0, LENGTH)
                .map(i -> (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3))
                .sum();
        return sum % 10 == 0;
    }
}
