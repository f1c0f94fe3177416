package dk.ordrebro.intake.push;

import org.jspecify.annotations.Nullable;

/** How long a text may be, and which characters it may hold: none that a database or an invoice cannot. */
final class Texts {

    /** Ids, codes, telephone and postal codes. */
    static final int SHORT = 100;

    /** Names, streets, mail addresses. */
    static final int NAME = 250;

    /** Titles of lines and discounts. */
    static final int TITLE = 1_000;

    private Texts() {}

    /** Null when nothing is. */
    static @Nullable String whatIsWrong(String text, int max) {
        if (text.length() > max) {
            return "is longer than " + max + " characters";
        }
        if (text.codePoints().anyMatch(Texts::isForbidden)) {
            return "holds a control character or half a character";
        }
        return null;
    }

    private static boolean isForbidden(int codePoint) {
        boolean control =
                Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\r' && codePoint != '\t';
        return control || Character.getType(codePoint) == Character.SURROGATE;
    }
}
