package dk.ordrebro.web.answer;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Every country to choose among, by its name in the reader's language. */
@Component("answerCountries")
public class AnswerCountries {

    /** Sorting by a language's own rules is slow, and the result never changes. */
    private final Map<Locale, List<String>> sorted = new ConcurrentHashMap<>();

    /** ISO 3166-1 codes, in the order of their names. */
    public List<String> all() {
        Locale reader = Locale.of(LocaleContextHolder.getLocale().getLanguage());
        return sorted.computeIfAbsent(reader, AnswerCountries::sorted);
    }

    public String name(String code) {
        return name(code, LocaleContextHolder.getLocale());
    }

    private static List<String> sorted(Locale reader) {
        return Arrays.stream(Locale.getISOCountries())
                .sorted(Comparator.comparing(code -> name(code, reader), Collator.getInstance(reader)))
                .toList();
    }

    private static String name(String code, Locale reader) {
        return Locale.of("", code).getDisplayCountry(reader);
    }
}
