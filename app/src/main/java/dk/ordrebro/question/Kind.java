package dk.ordrebro.question;

import java.util.List;
import java.util.Set;

/**
 * A kind of reason why something waits for a person, was passed over, or is late. Implemented by an enum of each owner; the name of a constant
 * is stored, told to programs and part of the keys of its texts, so it is unique in the house and never changes.
 */
public interface Kind {

    /** The name of the constant. */
    String name();

    /** What a person can answer on the spot; empty where something else mends it (a template, a key) or nothing need be done. */
    default Set<AnswerKind> answers() {
        return Set.of();
    }

    default Reason with(Fact... facts) {
        return new Reason(this, List.of(facts));
    }
}
