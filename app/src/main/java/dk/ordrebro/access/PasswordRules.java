package dk.ordrebro.access;

import dk.ordrebro.access.UserRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What a password must be: long. Nothing about signs and digits, which make people write it on a note (NIST SP 800-63B). */
final class PasswordRules {

    private static final int SHORTEST = 12;
    /** bcrypt looks at no more. */
    private static final int MOST_BYTES = 72;

    private static final int FEWEST_DIFFERENT_CHARACTERS = 5;

    private PasswordRules() {}

    static Optional<Reason> objection(String password, String email) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(Reason.PASSWORD_TOO_SHORT);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of(Reason.PASSWORD_TOO_LONG);
        }
        return isEasy(password, email) ? Optional.of(Reason.PASSWORD_TOO_COMMON) : Optional.empty();
    }

    private static boolean isEasy(String password, String email) {
        String plain = password.toLowerCase(Locale.ROOT);
        return password.codePoints().distinct().count() < FEWEST_DIFFERENT_CHARACTERS
                || plain.equals(email.toLowerCase(Locale.ROOT))
                || plain.startsWith("1234567890")
                || plain.startsWith("password")
                || plain.startsWith("adgangskode")
                || plain.startsWith("qwerty");
    }
}
