package dk.ordrebro.accounting;

/** A ledger account by the number a bookkeeper knows it by, such as 1110. */
public record AccountNumber(int value) {

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
