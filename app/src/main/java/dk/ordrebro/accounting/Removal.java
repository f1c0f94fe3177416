package dk.ordrebro.accounting;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one try at taking a draft away led to. A program's own word that it deleted something is no proof: {@link Gone} was seen by reading. */
public sealed interface Removal {

    /** Read afterwards, and not there. Whether we or somebody else removed it makes no difference. */
    record Gone() implements Removal {}

    /** It is a draft no more, so it was left alone; this is what stands there now. */
    record Stands(Invoice invoice) implements Removal {}

    /** It said no, and would say no again; the draft stands. A person decides. */
    record Refused(Problem problem) implements Removal {}

    /**
     * Nothing can have happened: safe to ask again.
     *
     * @param after how long the program asks us to wait; null if it does not say
     */
    record NotSent(Problem problem, @Nullable Duration after) implements Removal {}

    /** It may have happened, and reading did not tell. Asking again is harmless: the same document is meant. */
    record Unknown(Problem problem) implements Removal {}
}
