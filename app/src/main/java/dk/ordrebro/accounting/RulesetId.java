package dk.ordrebro.accounting;

/** The accounting program's own id of a VAT ruleset; opaque to us. */
public record RulesetId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
