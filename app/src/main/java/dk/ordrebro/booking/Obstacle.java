package dk.ordrebro.booking;

import dk.ordrebro.question.AnswerKind;
import dk.ordrebro.question.Kind;
import java.util.Set;

/** Why booking itself holds something back, passes it over or is late. */
public enum Obstacle implements Kind {
    NOT_BOUND,
    ACCOUNTING_RETIRED,
    /** Bought before the day the shop's bookkeeping begins here. */
    BEFORE_START,
    ORIGINAL_SKIPPED,
    ORIGINAL_IS_DRAFT,
    STANDS_AFTER_ALL,
    SKIPPED_BY_PERSON,
    SEVERAL_FOUND,
    INVOICE_GONE,
    DIED_IN_FLIGHT,
    /** The order's newest revision no longer has what was delivered. */
    LINES_GONE,
    /** A reason of an earlier version that has no words any more. */
    OUTDATED;

    @Override
    public Set<AnswerKind> answers() {
        return switch (this) {
            case SEVERAL_FOUND -> Set.of(AnswerKind.THIS_DOCUMENT);
            case INVOICE_GONE -> Set.of(AnswerKind.MAKE_AGAIN);
            case NOT_BOUND,
                    ACCOUNTING_RETIRED,
                    BEFORE_START,
                    ORIGINAL_SKIPPED,
                    ORIGINAL_IS_DRAFT,
                    STANDS_AFTER_ALL,
                    SKIPPED_BY_PERSON,
                    DIED_IN_FLIGHT,
                    LINES_GONE,
                    OUTDATED -> Set.of();
        };
    }
}
