package dk.ordrebro.booking.drain;

import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.Problem;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.question.Reason;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an attempt led to, and so what is to be recorded. */
sealed interface Fate {

    /** The document stands and passed the gate; approved if that was asked for. */
    record Settled(Invoice invoice, boolean found) implements Fate {}

    /** A person must decide. The invoice is the document that stands in the accounting program, if one does. */
    record Held(List<Reason> reasons, @Nullable Invoice invoice) implements Fate {}

    /**
     * Nothing is to be credited, because nothing stands that counts: the draft was deleted, or the document was void or gone already.
     *
     * @param standing of the document that was to be credited, as it was just read
     */
    record TakenBack(Standing standing) implements Fate {}

    /** Certainly not made, or made and not yet approved: try again. */
    record Postponed(
            Problem problem,
            @Nullable Duration after,
            @Nullable Invoice invoice) implements Fate {}

    /** It may have been made: look before trying again. */
    record Suspected(Problem problem) implements Fate {}

    /** Looked for, and certainly not there: it may be sent anew. */
    record Absent() implements Fate {}
}
