package dk.ordrebro.billysimulator.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words, numbers and dates of one language. Danish is the default. */
final class Language {

    static final Language DANISH = new Language("da", "dd.MM.yyyy");
    static final Language ENGLISH = new Language("en", "d MMM yyyy");

    private final String code;
    private final Locale locale;
    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;
    private final Properties words = new Properties();

    private Language(String code, String dayPattern) {
        this.code = code;
        this.locale = Locale.forLanguageTag(code);
        this.day = DateTimeFormatter.ofPattern(dayPattern, locale);
        this.moment = DateTimeFormatter.ofPattern(dayPattern + " HH:mm:ss", locale);
        try (InputStream in = Language.class.getResourceAsStream("words-" + code + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("no words for " + code);
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the words for " + code, e);
        }
    }

    static Language of(@Nullable String code) {
        return "en".equals(code) ? ENGLISH : DANISH;
    }

    String code() {
        return code;
    }

    Set<String> keys() {
        return words.stringPropertyNames();
    }

    /** The word for a key; a missing one shows as its key. */
    String say(String key) {
        return words.getProperty(key, key);
    }

    /** An amount with two decimals, and the digits in groups. */
    String amount(@Nullable BigDecimal amount) {
        return amount == null ? "" : format("#,##0.00", amount);
    }

    /** A number with as many decimals as it has. */
    String number(@Nullable BigDecimal number) {
        return number == null ? "" : format("#,##0.############", number);
    }

    /** A price with two decimals, or more where it has them. */
    String price(@Nullable BigDecimal price) {
        return price == null ? "" : format("#,##0.00##########", price);
    }

    /** A time in microseconds, as milliseconds. */
    String millis(long micros) {
        return format("#,##0.0", BigDecimal.valueOf(micros, 3)) + " ms";
    }

    /** A fraction as a percentage. */
    String percent(@Nullable BigDecimal fraction) {
        return fraction == null ? "" : format("0.##", fraction.movePointRight(2)) + " %";
    }

    private String format(String pattern, BigDecimal value) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(locale)).format(value);
    }

    String day(@Nullable LocalDate date) {
        return date == null ? "" : day.format(date);
    }

    /** A moment, in UTC as everything here. */
    String moment(@Nullable Instant at) {
        return at == null ? "" : moment.format(at.atOffset(ZoneOffset.UTC));
    }
}
