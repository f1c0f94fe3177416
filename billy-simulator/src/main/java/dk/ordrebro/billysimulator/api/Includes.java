package dk.ordrebro.billysimulator.api;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a client wants along: {@code include=invoice.lines:embed,invoice.contact}. */
@Behaviour(
        value = "include takes resource.property[:sideload|:embed], sideload by default",
        known = Known.DOCUMENTED,
        where = "2.3")
@Behaviour(value = "An include that names nothing is ignored", known = Known.GUESSED, where = "2.3")
final class Includes {

    /** One wish. */
    record Include(String property, boolean embed) {}

    private static final int MOST_WISHES = 30;

    private final Map<String, List<Include>> byResource = new LinkedHashMap<>();

    static Includes parse(@Nullable String text) {
        Includes includes = new Includes();
        if (text == null) {
            return includes;
        }
        Pattern.compile(",")
                .splitAsStream(text)
                .limit(MOST_WISHES)
                .map(String::strip)
                .forEach(includes::add);
        return includes;
    }

    private void add(String wish) {
        int dot = wish.indexOf('.');
        if (dot < 1) {
            return;
        }
        int colon = wish.indexOf(':', dot);
        String property = colon < 0 ? wish.substring(dot + 1) : wish.substring(dot + 1, colon);
        boolean embed = colon >= 0 && wish.substring(colon + 1).equals("embed");
        byResource
                .computeIfAbsent(wish.substring(0, dot), any -> new ArrayList<>())
                .add(new Include(property, embed));
    }

    List<Include> of(String resource) {
        return byResource.getOrDefault(resource, List.of());
    }
}
