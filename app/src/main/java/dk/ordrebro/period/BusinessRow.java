package dk.ordrebro.period;

/**
 * What one business in another EU country bought without VAT.
 *
 * @param vatNumber with its country's letters, such as DE123456789; empty where the document names none
 * @param name as it stands on its documents
 */
public record BusinessRow(String vatNumber, String name, long documents, Sum sum) {}
