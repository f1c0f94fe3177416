package dk.ordrebro.web;

import java.text.ParseException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.format.AnnotationFormatterFactory;
import org.springframework.format.Formatter;
import org.springframework.format.Parser;
import org.springframework.format.Printer;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * A day as it is typed: 24-12-2026, whatever the language of the browser. Read with patience, for people write 1-2-2026, 01.02.2026 and 1/2 2026 too,
 * and a link carries 2026-02-01. The day always comes before the month; a year has four digits, so that nothing has to be guessed.
 */
public final class DayFormat implements Formatter<LocalDate>, AnnotationFormatterFactory<DateTimeFormat> {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd-MM-uuuu", Locale.ROOT);
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-./ ]+(\\d{1,2})[-./ ]+(\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    /** As it stands in a field. */
    public static String typed(LocalDate day) {
        return TYPED.format(day);
    }

    /** Empty where the text is no day, or one that the calendar does not have. */
    public static Optional<LocalDate> read(String text) {
        Matcher day = DAY_FIRST.matcher(text.strip());
        if (day.matches()) {
            return day(day.group(3), day.group(2), day.group(1));
        }
        Matcher year = YEAR_FIRST.matcher(text.strip());
        return year.matches() ? day(year.group(1), year.group(2), year.group(3)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    @Override
    public LocalDate parse(String text, Locale locale) throws ParseException {
        return read(text).orElseThrow(() -> new ParseException("No day: " + text, 0));
    }

    @Override
    public String print(LocalDate day, Locale locale) {
        return typed(day);
    }

    @Override
    public Set<Class<?>> getFieldTypes() {
        return Set.of(LocalDate.class);
    }

    @Override
    public Printer<?> getPrinter(DateTimeFormat annotation, Class<?> fieldType) {
        return this;
    }

    @Override
    public Parser<?> getParser(DateTimeFormat annotation, Class<?> fieldType) {
        return this;
    }
}
