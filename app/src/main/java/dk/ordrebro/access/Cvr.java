package dk.ordrebro.access;

import java.util.Optional;

/**
 * A company's number in the Danish register (CVR): eight digits, of which the last is there for checking. The weights 2, 7, 6, 5, 4, 3, 2, 1 are those
 * the register publishes; their sum over a true number divides by 11.
 */
public record Cvr(String digits) {

    private static final int[] WEIGHTS = {2, 7, 6, 5, 4, 3, 2, 1};
    private static final int MODULUS = 11;

    public Cvr {
        if (!isRight(digits)) {
            throw new IllegalArgumentException("No CVR number: " + digits);
        }
    }

    /** Reads what a person types, with spaces or with DK before it; empty where it is no such number. */
    public static Optional<Cvr> read(String typed) {
        String digits = typed.replaceAll("\\s", "").replaceFirst("^(?i)DK", "");
        return isRight(digits) ? Optional.of(new Cvr(digits)) : Optional.empty();
    }

    private static boolean isRight(String digits) {
        if (!digits.matches("[1-9][0-9]{7}")) {
            return false;
        }
        int sum = 0;
        for (int at = 0; at < WEIGHTS.length; at++) {
            sum += WEIGHTS[at] * Character.digit(digits.charAt(at), 10);
        }
        return sum % MODULUS == 0;
    }

    @Override
    public String toString() {
        return digits;
    }
}
