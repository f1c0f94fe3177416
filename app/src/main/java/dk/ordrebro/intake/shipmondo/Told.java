package dk.ordrebro.intake.shipmondo;

import dk.ordrebro.intake.ReasonKind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object of Shipmondo's, read tolerantly: numbers may be texts and texts numbers, a blank text is none, and a field may stand under the
 * name that older answers have ({@code docs/reference/shipmondo.md} 15).
 */
record Told(JsonNode node) {

    /** No binary fraction between the shop and us. */
    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(50).build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final Pattern PLAIN = Pattern.compile("[-+]?[0-9]{1,18}(\\.[0-9]{1,40})?");
    private static final int MOST_DIGITS = 60;

    /** The first of these names that says something; empty when none does. */
    String text(String... names) {
        return Stream.of(names)
                .map(node::path)
                .filter(JsonNode::isValueNode)
                .filter(value -> !value.isNull())
                .map(value -> value.asString().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** @throws Unclear when it says something else than true, false or nothing */
    boolean flag(String name) {
        String text = text(name);
        return switch (text) {
            case "", "false" -> false;
            case "true" -> true;
            default -> throw new Unclear(ReasonKind.SHIPMONDO_NO_FLAG, name, text);
        };
    }

    /**
     * Empty when it is not there.
     *
     * @throws Unclear when it is there and no number
     */
    Optional<BigDecimal> number(String name) {
        JsonNode value = node.path(name);
        if (value.isNumber()
                && value.decimalValue().precision() <= MOST_DIGITS
                && Math.abs(value.decimalValue().scale()) <= MOST_DIGITS) {
            return Optional.of(bare(value.decimalValue()));
        }
        String text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!PLAIN.matcher(text).matches()) {
            throw new Unclear(
                    ReasonKind.SHIPMONDO_NO_NUMBER,
                    name,
                    text.length() > MOST_DIGITS ? text.substring(0, MOST_DIGITS) : text);
        }
        return Optional.of(bare(new BigDecimal(text)));
    }

    private static BigDecimal bare(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    BigDecimal required(String name) {
        return number(name).orElseThrow(() -> new Unclear(ReasonKind.SHIPMONDO_MISSING, name));
    }

    String requiredText(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            throw new Unclear(ReasonKind.SHIPMONDO_MISSING, name);
        }
        return text;
    }

    /** The first of these names that is a time. */
    Instant time(String... names) {
        String text = text(names);
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException _) {
            throw new Unclear(ReasonKind.SHIPMONDO_NO_TIME, names[0], text);
        }
    }

    /** An object inside; one that says nothing where there is none. */
    Told inside(String name) {
        return new Told(node.path(name));
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    List<Told> list(String name) {
        return node.path(name).valueStream().map(Told::new).toList();
    }
}
