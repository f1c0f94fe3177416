package dk.ordrebro.accounting.billy.party;

import dk.ordrebro.accounting.Outcome;
import dk.ordrebro.accounting.billy.wire.Reply;

/** What the search for a contact or product that a document needs led to. */
sealed interface Resolution {

    /** It is there, under this id of Billy's. */
    record Known(String id) implements Resolution {}

    /** It is not, so the document was not sent; {@link Outcome.Refused} or {@link Outcome.NotSent}. */
    record Failed(Outcome outcome) implements Resolution {}

    /** What a failed write of a contact or product means for the document: an unknown fate of theirs leaves the document unsent. */
    static Failed failed(Reply reply) {
        return new Failed(
                switch (reply) {
                    case Reply.NotSent notSent -> notSent.outcome();
                    case Reply.Refused refused -> new Outcome.Refused(refused.problem());
                    case Reply.Unknown unknown -> new Outcome.NotSent(unknown.problem(), null);
                    case Reply.Done _ -> throw new IllegalArgumentException("Bug: what was done has not failed");
                });
    }
}
