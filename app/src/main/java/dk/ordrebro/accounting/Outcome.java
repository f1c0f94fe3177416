package dk.ordrebro.accounting;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one try at the accounting program led to. */
public sealed interface Outcome {

    /** It is done, and this is what stands there now. */
    record Accepted(Invoice invoice) implements Outcome {}

    /** It said no, and would say no again. A person decides. */
    record Refused(Problem problem) implements Outcome {}

    /**
     * Nothing can have happened: safe to ask again.
     *
     * @param after how long the program asks us to wait; null if it does not say
     */
    record NotSent(Problem problem, @Nullable Duration after) implements Outcome {}

    /** It may have happened: look before asking again. */
    record Unknown(Problem problem) implements Outcome {}
}
