package dk.ordrebro.booking;

import dk.ordrebro.question.Kind;

/** How a document that stands in the accounting program can differ from what was intended: what the sum gate finds. */
public enum Difference implements Kind {
    REFERENCE_DIFFERS(false),
    TYPE_DIFFERS(false),
    DATE_DIFFERS(true),
    CURRENCY_DIFFERS(false),
    GROSS_DIFFERS(false),
    VAT_DIFFERS(true),
    LINES_DIFFER(true),
    RATE_DIFFERS(true),
    LINE_DIFFERS(true);

    private final boolean acceptable;

    Difference(boolean acceptable) {
        this.acceptable = acceptable;
    }

    /** Whether a person may take it as it is. Never the total, nor what makes it another document. */
    public boolean isAcceptable() {
        return acceptable;
    }
}
