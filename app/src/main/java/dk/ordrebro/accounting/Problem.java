package dk.ordrebro.accounting;

import dk.ordrebro.question.AnswerKind;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Kind;
import dk.ordrebro.question.Reason;
import java.util.Set;

/**
 * What went wrong at the accounting program.
 *
 * @param code one word for the kind, stable, in capitals; pages have a sentence for each in every language
 * @param detail the program's own words or the cause, for a person; never holds a secret
 */
public record Problem(Code code, String detail) {

    /** Why something waits for it. */
    public Reason reason() {
        return code.with(new Fact.Text(detail));
    }

    /** The kinds of problem a page has words for. */
    public enum Code implements Kind {
        KEY_REFUSED,
        COMPANY_CLOSED,
        MANUAL_NUMBERING,
        /** The program refused the document's day, or its approval, because the period is closed. */
        PERIOD_CLOSED,
        ACCOUNT_UNUSABLE,
        RULESET_MISSING,
        INVOICE_TO_CREDIT_MISSING,
        REJECTED,
        THROTTLED,
        UNREACHABLE,
        NO_ANSWER,
        ODD_ANSWER;

        @Override
        public Set<AnswerKind> answers() {
            return switch (this) {
                case PERIOD_CLOSED -> Set.of(AnswerKind.INVOICE_DAY);
                case INVOICE_TO_CREDIT_MISSING,
                        KEY_REFUSED,
                        COMPANY_CLOSED,
                        MANUAL_NUMBERING,
                        ACCOUNT_UNUSABLE,
                        RULESET_MISSING,
                        REJECTED,
                        THROTTLED,
                        UNREACHABLE,
                        NO_ANSWER,
                        ODD_ANSWER -> Set.of();
            };
        }
    }
}
