package dk.ordrebro.billysimulator.record;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * The type of a key: how its values come in, go out and compare.
 *
 * @param <T> the immutable Java form of a value
 */
public interface FieldType<T> {

    /** The value of a JSON node that is not null. Throws {@link WrongValue}. */
    T read(JsonNode node);

    /** The value as {@link #write} wrote it, without the limits that clients are held to. */
    default T load(JsonNode node) {
        return read(node);
    }

    /** The value of a query parameter. Throws {@link WrongValue}. */
    T readText(String text);

    void write(JsonGenerator out, T value);

    int compare(T left, T right);

    /** Whether two values are the same to Billy: 2 and 2.00 are. */
    default boolean same(T left, T right) {
        return compare(left, right) == 0;
    }

    /** The word for this type in the generated page. */
    String label();
}
