package dk.ordrebro.question;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Some kinds by name: those that an owner stores. */
public final class Kinds {

    private final Map<String, Kind> byName = new HashMap<>();

    private Kinds(Stream<? extends Kind> kinds) {
        kinds.forEach(kind -> {
            if (byName.put(kind.name(), kind) != null) {
                throw new IllegalArgumentException("Two kinds have the name " + kind.name());
            }
        });
    }

    public static Kinds of(Kind[]... enums) {
        return new Kinds(Stream.of(enums).flatMap(Stream::of));
    }

    public Optional<Kind> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All of them, by name. */
    public List<Kind> all() {
        return byName.values().stream().sorted(Comparator.comparing(Kind::name)).toList();
    }
}
