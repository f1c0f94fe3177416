package dk.ordrebro.billysimulator.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters after the question mark. What cannot be decoded is taken as it stands. */
public final class Query {

    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    public static Query parse(@Nullable String raw) {
        Query query = new Query();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                query.add(pair);
            }
        }
        return query;
    }

    private void add(String pair) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        if (!name.isEmpty()) {
            parameters.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /** The last value of a parameter, or null. */
    public @Nullable String get(String name) {
        List<String> values = parameters.get(name);
        return values == null ? null : values.getLast();
    }

    public List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    public Map<String, List<String>> parameters() {
        return parameters;
    }
}
