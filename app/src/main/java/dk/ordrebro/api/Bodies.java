package dk.ordrebro.api;

import dk.ordrebro.intake.push.PushOrders;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads request bodies, never more of them than allowed. */
@Component
class Bodies {

    private static final int MAX_WHOLE_DIGITS = 9;
    private static final int MAX_DECIMALS = 6;

    private final JsonMapper strict;

    Bodies(JsonMapper mapper) {
        this.strict = mapper.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    static byte[] bytes(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(PushOrders.MAX_BYTES + 1);
        if (bytes.length > PushOrders.MAX_BYTES) {
            throw ApiProblem.tooLarge(PushOrders.MAX_BYTES);
        }
        return bytes;
    }

    /** Unknown fields are refused by name. */
    <T> T read(InputStream body, Class<T> type) throws IOException {
        byte[] bytes = bytes(body);
        try {
            T value = strict.readValue(bytes, type);
            if (value == null) {
                throw ApiProblem.unreadable("", "the body is empty");
            }
            return value;
        } catch (UnrecognizedPropertyException unknown) {
            throw ApiProblem.unreadable(pointer(unknown), "unknown field");
        } catch (DatabindException wrong) {
            throw ApiProblem.unreadable(pointer(wrong), "cannot be read as what belongs here");
        } catch (JacksonException broken) {
            throw ApiProblem.unreadable("", "not readable as JSON: " + broken.getOriginalMessage());
        } catch (NumberFormatException _) {
            throw ApiProblem.unreadable("", "not readable as JSON: a number has too large an exponent");
        }
    }

    /** A quantity of sane length; written out, a number such as 1E+999999999 would fill the memory. */
    static BigDecimal quantity(String path, BigDecimal number) {
        long whole = (long) number.precision() - number.scale();
        if (number.signum() == 0 || whole > MAX_WHOLE_DIGITS || number.scale() > MAX_DECIMALS) {
            throw ApiProblem.unreadable(
                    path,
                    "must be a quantity with at most " + MAX_WHOLE_DIGITS + " digits before the point and "
                            + MAX_DECIMALS + " after it");
        }
        return number;
    }

    private static String pointer(DatabindException wrong) {
        return wrong.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : escaped(step.getPropertyName())))
                .collect(Collectors.joining());
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
