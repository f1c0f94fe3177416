package dk.ordrebro.question;

import java.util.List;
import java.util.Optional;

/**
 * Why something waits for a person, was passed over, or is late: a kind and its facts.
 *
 * @param facts what its sentence is filled with, in the order the text asks for
 */
public record Reason(Kind kind, List<Fact> facts) {

    public Reason {
        facts = List.copyOf(facts);
    }

    /** The name of the kind: as stored, as told to programs, and as in the keys of texts. */
    public String code() {
        return kind.name();
    }

    /** The first fact of a type. */
    public <F extends Fact> Optional<F> fact(Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /**
     * Whether another order asks the very same, so that one answer fits both: the same kind, and equal facts apart from those that belong to
     * one order alone, such as its amounts.
     */
    public boolean isLike(Reason other) {
        return kind.equals(other.kind) && shared().equals(other.shared());
    }

    private List<Fact> shared() {
        return facts.stream().flatMap(fact -> fact.shared().stream()).toList();
    }

    /** For a log and for people without a page: the code and its facts in plain text. */
    @Override
    public String toString() {
        return facts.isEmpty()
                ? code()
                : code() + " "
                        + String.join(", ", facts.stream().map(Fact::plain).toList());
    }
}
