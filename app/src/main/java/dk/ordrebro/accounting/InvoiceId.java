package dk.ordrebro.accounting;

/** The accounting program's own id of an invoice; opaque to us. */
public record InvoiceId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
