package dk.ordrebro.enrichment;

import dk.ordrebro.enrichment.Trail.SumRule;
import dk.ordrebro.enrichment.Trail.TrailLine;
import dk.ordrebro.enrichment.place.Territory;
import dk.ordrebro.enrichment.treatment.VatTreatment;
import dk.ordrebro.question.Given;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects a trail while a case is worked through. */
final class TrailNotes {

    private final String version;
    private final List<TrailLine> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable Territory territory;
    private @Nullable VatTreatment treatment;
    private @Nullable SumRule sums;

    TrailNotes(String version) {
        this.version = version;
    }

    void territory(Territory decided) {
        territory = decided;
    }

    void treatment(VatTreatment decided) {
        treatment = decided;
    }

    void sums(SumRule rule) {
        sums = rule;
    }

    void line(TrailLine line) {
        lines.add(line);
    }

    /** A code a page has words for, and the fact that fills them: {@code CODE|fact}. */
    void note(String code, String fact) {
        notes.add(code + "|" + fact);
    }

    /** That an answer was followed, and whose; told once. */
    void followed(Given given) {
        String note = "ANSWER_" + given.answer().kind() + "|" + given.who();
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    Trail trail() {
        return new Trail(
                territory == null ? null : territory.area(),
                territory == null ? "" : territory.label(),
                version,
                treatment,
                sums,
                lines,
                notes);
    }
}
