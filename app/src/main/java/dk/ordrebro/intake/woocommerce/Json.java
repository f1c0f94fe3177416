package dk.ordrebro.intake.woocommerce;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads WooCommerce's JSON as it really comes: numbers as strings or numbers, {@code null}, {@code ""} and missing for the same thing, text with
 * HTML entities, times without a zone.
 */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /** Empty when it is no JSON. */
    static Optional<JsonNode> read(byte[] bytes) {
        try {
            return Optional.of(MAPPER.readTree(bytes));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /** As it stands; empty where there is none. */
    static String text(JsonNode node, String name) {
        return text(node.path(name));
    }

    static String text(JsonNode value) {
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        return value.isBoolean() ? Boolean.toString(value.booleanValue()) : "";
    }

    /** For people: entities decoded once, blanks at the ends taken off. */
    static String words(JsonNode node, String name) {
        return HtmlUtils.htmlUnescape(text(node, name)).strip();
    }

    /** Empty where there is none, or where it is no number. */
    static Optional<BigDecimal> number(JsonNode node, String name) {
        String text = text(node, name).strip();
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** A whole positive number. */
    static Optional<String> id(JsonNode node, String name) {
        String text = text(node, name);
        return text.matches("[1-9]\\d{0,18}") ? Optional.of(text) : Optional.empty();
    }

    /** One of the {@code …_gmt} times. */
    static Optional<Instant> time(JsonNode node, String name) {
        String text = text(node, name);
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(text.endsWith("Z") ? text.substring(0, text.length() - 1) : text)
                            .toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    static List<JsonNode> list(JsonNode node, String name) {
        return List.copyOf(node.path(name).values());
    }
}
