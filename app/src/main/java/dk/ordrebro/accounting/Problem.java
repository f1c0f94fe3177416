package dk.ordrebro.accounting;

/**
 * What went wrong at the accounting program.
 *
 * @param code one word for the kind, stable, in capitals; pages have a sentence for each in every language
 * @param detail the program's own words or the cause, for a person; never holds a secret
 */
public record Problem(Code code, String detail) {

    /** The kinds of problem a page has words for. */
    public enum Code {
        KEY_REFUSED,
        COMPANY_CLOSED,
        MANUAL_NUMBERING,
        PERIOD_LOCKED,
        ACCOUNT_UNUSABLE,
        RULESET_MISSING,
        INVOICE_TO_CREDIT_MISSING,
        REJECTED,
        THROTTLED,
        UNREACHABLE,
        NO_ANSWER,
        ODD_ANSWER
    }
}
