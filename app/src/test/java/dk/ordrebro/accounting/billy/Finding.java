package dk.ordrebro.accounting.billy;

import dk.ordrebro.accounting.billy.answer.BillyAssumption;

/** What asking an open question led to. */
sealed interface Finding {

    /** What was seen, or why nothing was. */
    String detail();

    /** Billy does what we take for granted. */
    record AsTaken(String detail) implements Finding {}

    /** Billy does something else: {@link BillyAssumption} and the simulator have to be corrected. */
    record Otherwise(String detail) implements Finding {}

    /** Not settled by this run. */
    record Open(String detail) implements Finding {}

    static Finding of(boolean asTaken, String seen) {
        return asTaken ? new AsTaken(seen) : new Otherwise(seen);
    }
}
