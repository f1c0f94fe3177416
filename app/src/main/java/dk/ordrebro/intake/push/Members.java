package dk.ordrebro.intake.push;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members of a JSON object, taken out one by one. What is wrong with one is noted with its path and reading goes on
 * with null; {@link #noteUnknown()} then refuses what nobody asked for. A member that is null counts as absent.
 */
final class Members {

    private final ObjectNode object;
    private final String path;
    private final Problems problems;
    private final Set<String> asked = new HashSet<>();

    Members(ObjectNode object, String path, Problems problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
    }

    /** Trimmed; an empty text counts as absent. */
    @Nullable
    String text(String name, int max) {
        JsonNode node = take(name);
        if (node == null) {
            return null;
        }
        if (!node.isString()) {
            return refuse(name, "must be a text");
        }
        String text = node.stringValue().strip();
        String wrong = Texts.whatIsWrong(text, max);
        if (wrong != null) {
            return refuse(name, wrong);
        }
        return text.isEmpty() ? null : text;
    }

    /** As {@link #text}, for texts that are empty when unknown. */
    String textOrEmpty(String name, int max) {
        String text = text(name, max);
        return text == null ? "" : text;
    }

    /** Noted when absent; then empty. */
    String requiredText(String name, int max) {
        String text = text(name, max);
        require(name, text);
        return text == null ? "" : text;
    }

    @Nullable
    BigDecimal number(String name, Digits digits) {
        JsonNode node = take(name);
        if (node == null) {
            return null;
        }
        return switch (digits.read(node)) {
            case Digits.Right(var value) -> value;
            case Digits.Wrong(var reason) -> refuse(name, reason);
        };
    }

    /** Noted when absent; then zero. */
    BigDecimal requiredNumber(String name, Digits digits) {
        BigDecimal number = number(name, digits);
        require(name, number);
        return number == null ? BigDecimal.ZERO : number;
    }

    boolean flag(String name) {
        JsonNode node = take(name);
        if (node != null && !node.isBoolean()) {
            refuse(name, "must be true or false");
        }
        return node != null && node.isBoolean() && node.booleanValue();
    }

    <E extends Enum<E>> @Nullable E word(String name, Class<E> words) {
        String text = text(name, Texts.SHORT);
        if (text == null) {
            return null;
        }
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(text.toUpperCase(Locale.ROOT))) {
                return word;
            }
        }
        return refuse(
                name,
                "must be one of "
                        + Arrays.stream(words.getEnumConstants())
                                .map(Enum::name)
                                .collect(Collectors.joining(", ")));
    }

    @Nullable
    Members object(String name) {
        JsonNode node = take(name);
        if (node == null) {
            return null;
        }
        return node instanceof ObjectNode inner
                ? new Members(inner, pathOf(name), problems)
                : refuse(name, "must be an object");
    }

    /** Noted when absent; then the fallback, which is never used because the order is refused. */
    <E extends Enum<E>> E requiredWord(String name, Class<E> words, E fallback) {
        E word = word(name, words);
        require(name, word);
        return word == null ? fallback : word;
    }

    /** The objects of a list; empty when it is absent, or too long and therefore refused unread. */
    List<Members> objects(String name, int max) {
        JsonNode node = take(name);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof ArrayNode array)) {
            refuse(name, "must be a list");
            return List.of();
        }
        if (array.size() > max) {
            refuse(name, "has " + array.size() + " entries; at most " + max + " are allowed");
            return List.of();
        }
        return elements(array, pathOf(name));
    }

    private List<Members> elements(ArrayNode array, String listPath) {
        List<Members> elements = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) instanceof ObjectNode element) {
                elements.add(new Members(element, listPath + "/" + i, problems));
            } else {
                problems.add(listPath + "/" + i, "must be an object");
            }
        }
        return elements;
    }

    /** Whether the member is there, with a value. */
    boolean has(String name) {
        return object.hasNonNull(name);
    }

    /** Notes a missing member, unless something else was found wrong with it already. */
    void require(String name, @Nullable Object value) {
        if (value == null && (!has(name) || isBlank(name))) {
            refuse(name, "is required");
        }
    }

    private boolean isBlank(String name) {
        JsonNode node = object.get(name);
        return node != null && node.isString() && node.stringValue().isBlank();
    }

    /** Notes what is wrong with a member; always null, to be returned in place of its value. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // null is of every type: no cast is hidden
    <T> @Nullable T refuse(String name, String reason) {
        problems.add(pathOf(name), reason);
        return null;
    }

    /** Notes what is wrong with the object as a whole. */
    void refuse(String reason) {
        problems.add(path, reason);
    }

    void noteUnknown() {
        for (String name : object.propertyNames()) {
            if (!asked.contains(name)) {
                refuse(name, "unknown field");
            }
        }
    }

    private @Nullable JsonNode take(String name) {
        asked.add(name);
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private String pathOf(String name) {
        return path + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
