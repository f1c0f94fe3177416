package dk.ordrebro.intake.shipmondo;

import dk.ordrebro.intake.Reason;

/** A sales order says something that cannot be read without guessing. Never leaves this package. */
final class Unclear extends RuntimeException {

    private final transient Reason reason;

    Unclear(String code, String... facts) {
        super(code);
        this.reason = Reason.of("SHIPMONDO_" + code, facts);
    }

    Reason reason() {
        return reason;
    }
}
