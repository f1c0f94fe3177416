package dk.ordrebro.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Why an order is held.
 *
 * @param kind whose sentence is the text {@code arrival.<kind>}
 * @param facts filled into it; one for each that the kind names
 */
public record Reason(@JsonProperty("code") ReasonKind kind, List<String> facts) {

    public Reason {
        facts = List.copyOf(facts);
        if (facts.size() != kind.facts().size()) {
            throw new IllegalArgumentException(kind + " carries " + kind.facts() + ", not " + facts);
        }
    }

    public static Reason of(ReasonKind kind, String... facts) {
        return new Reason(kind, List.of(facts));
    }

    /** The kind's word, as it is kept and as pages and logs name it. */
    public String code() {
        return kind.name();
    }

    /**
     * The fact of that name.
     *
     * @throws IllegalArgumentException when the kind carries none
     */
    public String fact(String name) {
        int at = kind.facts().indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException(kind + " carries no " + name);
        }
        return facts.get(at);
    }
}
