package dk.ordrebro.enrichment;

import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.question.Reason;
import java.util.List;

/** What enriching a fulfillment led to; each carries the trail that explains it. */
public sealed interface Enrichment {

    Trail trail();

    /** The draft is complete and its sums are those of the order. */
    record Ready(InvoiceDraft draft, Trail trail) implements Enrichment {}

    /** A person must answer first. */
    record Needs(List<Reason> questions, Trail trail) implements Enrichment {

        public Needs {
            questions = List.copyOf(questions);
        }
    }

    /** There is nothing to invoice, and that is right. */
    record Nothing(Reason reason, Trail trail) implements Enrichment {}
}
