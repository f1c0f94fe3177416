package dk.ordrebro.access;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How an address names the company it is about: {@code /c/9f3ab27c01de/orders}. The twelve characters are the end of the company's id, where it
 * is random, so that they stay the same and fit in a bookmark. Two companies of one person with the same twelve would be refused, not mixed up.
 */
public final class CompanyAddress {

    /** Where every company's pages begin. */
    public static final String START = "/c/";

    private static final int BEFORE = 24;
    private static final Pattern NAMED = Pattern.compile("^/c/([^/]*)");
    private static final Pattern PAGE = Pattern.compile("^https?://[^/?#]+(?:/[^?#]*)?/c/([0-9a-f]{12})(?:[/?#]|$)");
    private static final Pattern CODE = Pattern.compile("[0-9a-f]{12}");

    private CompanyAddress() {}

    /** Twelve hexadecimal digits. */
    public static String code(CompanyId company) {
        return company.toString().substring(BEFORE);
    }

    /**
     * A page of a company.
     *
     * @param path begins with a slash
     */
    public static String of(CompanyId company, String path) {
        return START + code(company) + path;
    }

    /** What stands where a company is named, whether it names one or not; empty where an address names none. */
    public static Optional<String> named(String path) {
        Matcher found = NAMED.matcher(path);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** The company on whose page a form stood, as the browser tells it. */
    public static Optional<String> ofThePageBefore(@Nullable String referer) {
        Matcher found = PAGE.matcher(Objects.requireNonNullElse(referer, ""));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    public static boolean isCode(String named) {
        return CODE.matcher(named).matches();
    }
}
