package dk.ordrebro.accounting.billy.wire;

import dk.ordrebro.accounting.Outcome;
import dk.ordrebro.accounting.Problem;
import dk.ordrebro.accounting.Problem.Code;
import dk.ordrebro.accounting.billy.answer.BillyAnswer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one write led to. {@link #of} is the whole table by which we decide whether something may have happened; when in doubt it may.
 */
public sealed interface Reply {

    record Done(BillyAnswer answer) implements Reply {}

    /** Billy said no, and stored nothing. */
    record Refused(int status, Problem problem) implements Reply {}

    /** Nothing can have happened. */
    record NotSent(Problem problem, @Nullable Duration after) implements Reply {

        public Outcome.NotSent outcome() {
            return new Outcome.NotSent(problem, after);
        }
    }

    /** It may have happened. */
    record Unknown(Problem problem) implements Reply {}

    static Reply of(Exchange exchange) {
        return switch (exchange) {
            case Exchange.NotDelivered(Problem problem, Duration after) -> new NotSent(problem, after);
            case Exchange.Lost(Problem problem) -> new Unknown(problem);
            case Exchange.Answered answered -> of(answered);
        };
    }

    private static Reply of(Exchange.Answered answered) {
        int status = answered.status();
        BillyAnswer body = answered.body();
        // Refused at the door, whoever stands there: these never reach the work. The key can be renewed, so the
        // document is not refused.
        if (status == 401 || status == 403 || status == 429) {
            return new NotSent(Problems.of(answered), answered.retryAfter());
        }
        if (status >= 200 && status < 300 && body != null && !body.isFailure()) {
            return new Done(body);
        }
        if (status >= 400 && status < 500 && status != 408 && body != null && body.isRefusal()) {
            return new Refused(status, Problems.of(answered));
        }
        return new Unknown(new Problem(
                status >= 500 ? Code.NO_ANSWER : Code.ODD_ANSWER,
                Problems.of(answered).detail()));
    }
}
