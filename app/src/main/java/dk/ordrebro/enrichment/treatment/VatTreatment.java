package dk.ordrebro.enrichment.treatment;

/** How VAT treats the sale ({@code docs/reference/vat.md} 2). */
public enum VatTreatment {
    DOMESTIC,
    EU_CONSUMER_DANISH_VAT,
    EU_CONSUMER_OSS,
    EU_BUSINESS_ZERO,
    EXPORT_ZERO
}
