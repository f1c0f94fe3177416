package dk.ordrebro.intake.shopify;

import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ReasonKind;

/** An order cannot be read without guessing; leaves the reading at once, and only that. */
final class Unclear extends RuntimeException {

    private final transient Reason reason;

    Unclear(ReasonKind code, String... facts) {
        super(code + " " + String.join(" ", facts), null, false, false);
        this.reason = Reason.of(code, facts);
    }

    Reason reason() {
        return reason;
    }
}
