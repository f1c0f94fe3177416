package dk.ordrebro.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What stands in the fields of a list's filter, or in an address. What cannot be read counts as not asked for, so that an old or mistyped
 * address still shows a list.
 */
public final class TypedFilter {

    private static final int LONGEST = 100;

    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(\\.\\d{3})+(,\\d{1,6})?");
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,12}([.,]\\d{1,6})?");

    private final MultiValueMap<String, String> params;

    public TypedFilter(MultiValueMap<String, String> params) {
        this.params = params;
    }

    /** Without spaces around it and no longer than anything looked for; empty when there is none. */
    public String text(String name) {
        String value = params.getFirst(name);
        String text = value == null ? "" : value.strip().replace("\0", "");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** Written as a Dane writes it, {@code 31-12-2026}, or as a machine does. */
    public @Nullable LocalDate day(String name) {
        return DayFormat.read(text(name)).orElse(null);
    }

    /** Written {@code 1.250,50}, {@code 1250,5} or {@code 1250.5}. */
    public @Nullable BigDecimal amount(String name) {
        String text = text(name);
        if (GROUPED.matcher(text).matches()) {
            return new BigDecimal(text.replace(".", "").replace(',', '.'));
        }
        return PLAIN.matcher(text).matches() ? new BigDecimal(text.replace(',', '.')) : null;
    }

    public @Nullable Instant moment(String name) {
        return reading(text(name), Instant::parse).orElse(null);
    }

    public <E extends Enum<E>> @Nullable E one(String name, Class<E> of) {
        String text = text(name);
        return Stream.of(of.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    /** Something that is read from a text, and says no to any other. */
    public <T> @Nullable T read(String name, Function<String, T> from) {
        return reading(text(name), from).orElse(null);
    }

    private static <T> Optional<T> reading(String text, Function<String, T> from) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(from.apply(text));
        } catch (IllegalArgumentException | DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** Adds to an address what is asked for; as a variable, so that every letter that means something in an address is written as a code. */
    public static void part(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, text));
        }
    }
}
