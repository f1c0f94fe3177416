package dk.ordrebro.booking;

import dk.ordrebro.question.AnswerKind;
import dk.ordrebro.question.Kind;
import java.util.Set;

/** How a document that stands in the accounting program can differ from what was intended: what the sum gate finds. */
public enum Difference implements Kind {
    REFERENCE_DIFFERS(false),
    TYPE_DIFFERS(false),
    DATE_DIFFERS(false),
    CURRENCY_DIFFERS(false),
    GROSS_DIFFERS(false),
    VAT_DIFFERS(true),
    LINES_DIFFER(false),
    RATE_DIFFERS(false),
    LINE_DIFFERS(false);

    private final boolean isOfVat;

    Difference(boolean isOfVat) {
        this.isOfVat = isOfVat;
    }

    /** The VAT may be taken as it is. Never the total, nor what makes it another document or moves it to another day. */
    @Override
    public Set<AnswerKind> answers() {
        return isOfVat ? Set.of(AnswerKind.LEDGERS_OWN) : Set.of();
    }
}
