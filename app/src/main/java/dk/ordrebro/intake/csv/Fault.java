package dk.ordrebro.intake.csv;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What is wrong with a row, an order or a file.
 *
 * @param row number of the line in the file where it stands, the header being 1; 0 where it is no single row
 * @param facts what the sentence is filled with
 */
public record Fault(long row, Code code, List<String> facts) {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Fault {
        facts = List.copyOf(facts);
    }

    static Fault of(long row, Code code, Object... facts) {
        return new Fault(row, code, Arrays.stream(facts).map(String::valueOf).toList());
    }

    /** The sentence for a person: Danish, or English for an English locale. */
    public String text(Locale locale) {
        Locale offered = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT;
        ResourceBundle sentences = ResourceBundle.getBundle("dk.ordrebro.intake.csv.faults", offered, NO_FALLBACK);
        String sentence = new MessageFormat(sentences.getString(code.name()), Locale.ROOT).format(facts.toArray());
        return row == 0 ? sentence : MessageFormat.format(sentences.getString("ROW"), String.valueOf(row), sentence);
    }

    /** The kinds of fault; there is a sentence for each in {@code faults.properties}. */
    public enum Code {
        EMPTY_FILE,
        UTF_16,
        COLUMN_MISSING,
        COLUMN_TWICE,
        WRONG_CHARSET,
        REALLY_UTF_8,
        ROW_TOO_LONG,
        BROKEN_QUOTES,
        WRONG_COLUMN_COUNT,
        NO_ORDER_NUMBER,
        BAD_TEXT,
        BAD_NUMBER,
        BAD_DATE,
        YEAR_FAR_AWAY,
        BAD_CURRENCY,
        BAD_VAT_RATE,
        ROWS_DISAGREE,
        TOO_MANY_LINES,
        BESIDE_UNREADABLE,
        ROWS_TOO_FAR_APART,
        TOO_MANY_ORDERS,
        FILE_CHANGED
    }
}
