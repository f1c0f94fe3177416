package dk.ordrebro.accounting;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accounting program gave no usable answer to a question without which nothing can be decided. */
public final class AccountingUnavailable extends RuntimeException {

    private final Problem problem;
    private final @Nullable Duration after;

    public AccountingUnavailable(Problem problem) {
        this(problem, null);
    }

    public AccountingUnavailable(Problem problem, @Nullable Duration after) {
        super(problem.code() + ": " + problem.detail());
        this.problem = problem;
        this.after = after;
    }

    public Problem problem() {
        return problem;
    }

    /** How long the program asks us to wait; empty if it does not say. */
    public Optional<Duration> after() {
        return Optional.ofNullable(after);
    }
}
