package dk.ordrebro.accounting.billy.answer;

/** Makes text from a shop fit for Billy and for our tables: no control characters, no blank ends, no longer than allowed. */
public final class Text {

    private Text() {}

    /** On one line. */
    public static String line(String text, int longest) {
        return cut(text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " "), longest);
    }

    /** With its line breaks. */
    public static String block(String text, int longest) {
        return cut(text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]+", " "), longest);
    }

    private static String cut(String text, int longest) {
        String whole = text.strip();
        if (whole.codePointCount(0, whole.length()) <= longest) {
            return whole;
        }
        return whole.substring(0, whole.offsetByCodePoints(0, longest)).strip();
    }
}
