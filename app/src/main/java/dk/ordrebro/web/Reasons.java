package dk.ordrebro.web;

import dk.ordrebro.enrichment.Trail;
import dk.ordrebro.enrichment.Trail.TrailLine;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The why of a document: its trail in the reader's words. */
@Component("reasons")
public class Reasons {

    private final Words words;

    Reasons(Words words) {
        this.words = words;
    }

    /** What decided a line; null where the trail says nothing of it. */
    public @Nullable TrailLine line(@Nullable Trail trail, String orderLine) {
        return trail == null
                ? null
                : trail.lines().stream()
                        .filter(line -> line.orderLine().equals(orderLine))
                        .findFirst()
                        .orElse(null);
    }

    /** A template by its kind and area, {@code ITEM/DOMESTIC}, as people call it. */
    public String template(String kindAndArea) {
        String[] parts = kindAndArea.split("/", -1);
        return parts.length == 2 ? words.fact(parts[0]) + " (" + words.fact(parts[1]) + ")" : kindAndArea;
    }

    /** A note of the trail, {@code CODE|fact}, as a sentence. */
    public String note(String note) {
        String[] parts = note.split("\\|", 2);
        return words.sentence("note." + parts[0], List.of(parts.length == 2 ? parts[1] : ""), "note.other", note);
    }
}
