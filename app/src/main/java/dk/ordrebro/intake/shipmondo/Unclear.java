package dk.ordrebro.intake.shipmondo;

import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ReasonKind;

/** A sales order says something that cannot be read without guessing. Never leaves this package. */
final class Unclear extends RuntimeException {

    private final transient Reason reason;

    Unclear(ReasonKind code, String... facts) {
        super(code.name());
        this.reason = Reason.of(code, facts);
    }

    Reason reason() {
        return reason;
    }
}
