package dk.ordrebro.enrichment.place;

/** Where a delivery goes, as VAT sees it ({@code docs/reference/vat.md} 1). */
public enum Area {
    DOMESTIC,
    EU,
    OUTSIDE
}
