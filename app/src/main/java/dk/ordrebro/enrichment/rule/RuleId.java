package dk.ordrebro.enrichment.rule;

import java.util.UUID;

/** A rule of an accounting integration. */
public record RuleId(UUID value) {

    public static RuleId of(String text) {
        return new RuleId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
