package dk.ordrebro.integration;

import dk.ordrebro.access.SettingsChanged.Change;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what differs between a setting before and after. */
record Changes<T>(List<Field<T>> fields) {

    /** A field by its stable name, and how to read it. */
    record Field<T>(String name, Function<T, @Nullable Object> read) {}

    /** @param before null when the thing is new: then every field counts */
    List<Change> between(@Nullable T before, T after) {
        return fields.stream()
                .flatMap(field -> difference(field, before, after))
                .toList();
    }

    /**
     * What was done to an integration, in one word.
     *
     * @param wasRetired empty when it is new
     */
    static String verb(Optional<Boolean> wasRetired, boolean isRetired) {
        if (wasRetired.isEmpty()) {
            return "created";
        }
        if (wasRetired.get() == isRetired) {
            return "changed";
        }
        return isRetired ? "retired" : "brought-back";
    }

    private static <T> Stream<Change> difference(Field<T> field, @Nullable T before, T after) {
        String was = before == null ? "" : text(field.read().apply(before));
        String is = text(field.read().apply(after));
        return was.equals(is) ? Stream.empty() : Stream.of(new Change(field.name(), was, is));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
