package dk.ordrebro.intake.shopify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Our GraphQL operations, each with the fragments it names, read from the {@code .graphql} files beside this class. */
final class Documents {

    private static final List<String> FILES = List.of("order.graphql", "more.graphql", "shop.graphql");
    private static final Pattern DEFINITION = Pattern.compile("(?m)^(?=(?:query|mutation|fragment) )");
    private static final Pattern NAME = Pattern.compile("^(?:query|mutation|fragment) (\\w+)");
    private static final Pattern SPREAD = Pattern.compile("\\.\\.\\.(\\w+)");

    private final Map<String, String> operations = new LinkedHashMap<>();
    private final Map<String, String> fragments = new LinkedHashMap<>();

    Documents() {
        FILES.stream().map(Documents::load).flatMap(DEFINITION::splitAsStream).forEach(this::sort);
    }

    private static String load(String file) {
        try (InputStream in = Objects.requireNonNull(Documents.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^#.*\\R", "");
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private void sort(String definition) {
        Matcher name = NAME.matcher(definition);
        if (name.find()) {
            (definition.startsWith("fragment") ? fragments : operations).put(name.group(1), definition.strip());
        }
    }

    Set<String> names() {
        return operations.keySet();
    }

    /** The operation and all its fragments, ready to be sent. */
    String of(String operation) {
        String text = Objects.requireNonNull(operations.get(operation), operation);
        Set<String> used = new LinkedHashSet<>();
        addSpreads(text, used);
        return text + "\n" + used.stream().map(fragments::get).collect(Collectors.joining("\n"));
    }

    private void addSpreads(String text, Set<String> used) {
        Matcher spread = SPREAD.matcher(text);
        while (spread.find()) {
            if (used.add(spread.group(1))) {
                addSpreads(Objects.requireNonNull(fragments.get(spread.group(1)), spread.group(1)), used);
            }
        }
    }
}
