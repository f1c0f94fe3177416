package dk.ordrebro.access.guard;

import com.nulabinc.zxcvbn.Zxcvbn;
import dk.ordrebro.access.UserRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;

/**
 * What a password must be: long, and not among those that are tried first. Nothing about signs and digits, which make people write it on a
 * note (NIST SP 800-63B). How soon it would be guessed is estimated by zxcvbn, which knows the common ones and the usual ways to disguise them.
 */
@NamedInterface("guard")
public final class PasswordRules {

    /** In characters. */
    public static final int SHORTEST = 12;

    /** bcrypt looks at no more. */
    private static final int MOST_BYTES = 72;

    /** Of 4: safe against a thief of the stored hash who has some days. */
    private static final int WEAKEST_SCORE = 3;

    /** The dictionaries are English; these are what Danes would type first. */
    private static final List<String> COMMON_HERE = List.of(
            "ordrebro",
            "adgangskode",
            "kodeord",
            "password",
            "velkommen",
            "danmark",
            "københavn",
            "webshop",
            "bogføring",
            "fodbold",
            "sommer",
            "vinter",
            "jeg elsker dig",
            "hemmelig",
            "billy",
            "faktura");

    private static final Zxcvbn ZXCVBN = new Zxcvbn();

    private PasswordRules() {}

    /**
     * How good a password is.
     *
     * @param score 0 (guessed at once) to 4 (not guessed)
     * @param objection why it cannot be used; empty for a good one
     */
    public record Strength(int score, Optional<Reason> objection) {}

    /**
     * Measures a password.
     *
     * @param about what a guesser knows of the person: address, name, company
     */
    public static Strength strength(String password, List<String> about) {
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return new Strength(0, Optional.of(Reason.PASSWORD_TOO_LONG));
        }
        int score =
                ZXCVBN.measure(password.toLowerCase(Locale.ROOT), known(about)).getScore();
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return new Strength(Math.min(score, 1), Optional.of(Reason.PASSWORD_TOO_SHORT));
        }
        return new Strength(score, score < WEAKEST_SCORE ? Optional.of(Reason.PASSWORD_TOO_COMMON) : Optional.empty());
    }

    /** An address counts whole and in its parts. */
    private static List<String> known(List<String> about) {
        var known = new ArrayList<>(COMMON_HERE);
        about.stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .flatMap(text -> Stream.concat(Stream.of(text), Stream.of(text.split("[\\s@.]+"))))
                .filter(text -> text.length() > 2)
                .forEach(known::add);
        return known;
    }

    public static Optional<Reason> objection(String password, List<String> about) {
        return strength(password, about).objection();
    }
}
