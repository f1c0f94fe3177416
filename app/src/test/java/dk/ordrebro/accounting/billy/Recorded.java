package dk.ordrebro.accounting.billy;

import static dk.ordrebro.accounting.billy.FakeBilly.file;

import dk.ordrebro.accounting.InvoiceDraft;

/** A Billy that answers as recorded: a small chart, one product and one contact, and takes the draft that {@link #draft()} is. */
public final class Recorded {

    private Recorded() {}

    public static FakeBilly billy() {
        return new FakeBilly()
                .on("GET /organization", file("organization.json"))
                .on("GET /accounts", file("accounts.json"))
                .on("GET /accountGroups", file("accountGroups.json"))
                .on("GET /taxRates", file("taxRates.json"))
                .on("GET /countryGroups", file("countryGroups.json"))
                .on("GET /salesTaxRulesets", file("salesTaxRulesets.json"))
                .on("GET /products", file("products.json"))
                .on("GET /contacts", file("contacts.json"))
                .on("POST /invoices", file("invoice-made.json"));
    }

    /** The draft that {@code invoice-made.json} answers. */
    public static InvoiceDraft draft() {
        return Drafts.draft("normal")
                .line("SKU 88-12, blå", "2", "100.00", "0.00")
                .line("GLS", "1", "49.00", "0.00")
                .done();
    }
}
