package dk.ordrebro.web.file;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Shows technical choices by an example, or in a word. */
@Component("fileWords")
public class FileWords {

    /** A day that cannot be mistaken for a month. */
    private static final OffsetDateTime EXAMPLE = OffsetDateTime.of(2026, 12, 31, 14, 5, 9, 0, ZoneOffset.ofHours(1));

    private final MessageSource texts;

    FileWords(MessageSource texts) {
        this.texts = texts;
    }

    public String date(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(EXAMPLE);
    }

    public String delimiter(String character) {
        String key = switch (character) {
            case ";" -> "file.delimiter.semicolon";
            case "," -> "file.delimiter.comma";
            case "\t" -> "file.delimiter.tab";
            default -> "file.delimiter.bar";
        };
        return texts.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
