package dk.ordrebro.order;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an order is searched by. Each word is kept so that its beginning finds it: a name once from each of its words on ("ida marie holm",
 * "marie holm", "holm"), a number also without what the shop puts before it.
 */
public final class SearchWords {

    private static final int LONGEST = 100;
    private static final int MOST = 40;
    private static final String DENMARK = "45";
    private static final int DANISH_DIGITS = 10;
    private static final int FEWEST_DIGITS = 6;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern BEFORE = Pattern.compile("^[^\\p{L}\\p{N}]+");
    private static final Pattern TAIL = Pattern.compile("\\d{2,}$");
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d\\s().-]{6,}");
    private static final Pattern NOT_A_DIGIT = Pattern.compile("\\D");

    private final Set<String> words = new LinkedHashSet<>();

    private SearchWords() {}

    public static List<String> of(Order order) {
        var words = new SearchWords();
        words.number(order.number());
        words.add(order.customer().email());
        words.phone(order.customer().phone());
        words.name(order.customer().name());
        words.name(order.customer().companyName());
        words.name(order.billing().name());
        words.name(order.delivery().name());
        order.lines().forEach(line -> words.add(line.sku()));
        return words.words.stream().limit(MOST).toList();
    }

    /** What somebody typed, as words are kept. A telephone number may be written in groups and with +45; signs alone begin no word. */
    public static String typed(String text) {
        String typed = normal(text);
        if (typed.isEmpty()) {
            return text.strip();
        }
        return PHONE.matcher(text.strip()).matches() ? digits(typed) : typed;
    }

    /** A word that somebody else knows of an order, as words are kept; empty when nothing of it can be searched for. */
    static String taught(String word) {
        return normal(word);
    }

    private void number(String number) {
        add(number);
        Matcher tail = TAIL.matcher(number.strip());
        if (tail.find()) {
            add(tail.group());
        }
    }

    private void name(@Nullable String name) {
        if (name == null) {
            return;
        }
        String rest = normal(name);
        while (!rest.isEmpty()) {
            add(rest);
            int space = rest.indexOf(' ');
            rest = space < 0 ? "" : normal(rest.substring(space + 1));
        }
    }

    private void phone(@Nullable String phone) {
        String digits = phone == null ? "" : digits(phone);
        if (digits.length() >= FEWEST_DIGITS) {
            add(digits);
        }
    }

    private static String digits(String text) {
        String digits = NOT_A_DIGIT.matcher(text).replaceAll("");
        return digits.length() == DANISH_DIGITS && digits.startsWith(DENMARK)
                ? digits.substring(DENMARK.length())
                : digits;
    }

    private void add(@Nullable String text) {
        String word = text == null ? "" : normal(text);
        if (!word.isEmpty()) {
            words.add(word);
        }
    }

    /** Lower case, single spaces, nothing but letters and digits first, and no longer than an index takes. */
    private static String normal(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String single = SPACE.matcher(plain.replace("\0", "")).replaceAll(" ").strip();
        String word = BEFORE.matcher(single).replaceFirst("");
        int length = Math.min(LONGEST, word.codePointCount(0, word.length()));
        return word.substring(0, word.offsetByCodePoints(0, length));
    }
}
