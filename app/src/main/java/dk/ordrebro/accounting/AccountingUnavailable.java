package dk.ordrebro.accounting;

/** The accounting program gave no usable answer to a question without which nothing can be decided. */
public final class AccountingUnavailable extends RuntimeException {

    private final Problem problem;

    public AccountingUnavailable(Problem problem) {
        super(problem.code() + ": " + problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
