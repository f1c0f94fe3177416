package dk.ordrebro.accounting;

/** What a search for a reference led to. */
public sealed interface Lookup {

    record Found(Invoice invoice) implements Lookup {}

    /** The program answered in full, and no document carries the reference. */
    record Absent() implements Lookup {}

    /** More than one living document carries the reference; a person must look. */
    record Several(java.util.List<Invoice> invoices) implements Lookup {}

    record Failed(Problem problem) implements Lookup {}
}
