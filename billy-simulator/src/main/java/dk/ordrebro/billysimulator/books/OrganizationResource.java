package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.store.Change;
import dk.ordrebro.billysimulator.store.Reading;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** The company itself: its settings can be changed through PUT /organizations/{id} only. */
final class OrganizationResource extends Resource {

    private static final int HIGHEST_INVOICE_NO = 1_000_000_000;

    @Behaviour(value = "GET /organizations lists the token's company", known = Known.REPORTED, where = "6.9")
    @Behaviour(
            value = "Settings are changed by PUT /organizations/{id}; DELETE answers 405",
            known = Known.REPORTED,
            where = "6.9")
    OrganizationResource() {
        super(Organization.SCHEMA, EnumSet.of(Verb.GET, Verb.LIST, Verb.CREATE, Verb.UPDATE));
    }

    @Override
    @Behaviour(
            value = "appUrl is where the company's own pages begin; a document's page is invoices/{id} below it",
            known = Known.GUESSED,
            where = "6.9")
    public @Nullable String shown(Reading books, Row row, String key) {
        return key.equals(Organization.APP_URL.name()) ? "/companies/" + row.id() : null;
    }

    @Override
    @Behaviour(value = "A company's token cannot make another organization: 403", known = Known.GUESSED, where = "6.9")
    protected void prepare(Change change, RowBuilder row, @Nullable Row before) {
        if (before == null) {
            throw Refusal.otherCompany();
        }
        Integer next = row.get(Organization.NEXT_INVOICE_NO);
        if (next == null || next < 1 || next > HIGHEST_INVOICE_NO) {
            Problems problems = new Problems(Organization.SCHEMA.singular());
            problems.add(Organization.NEXT_INVOICE_NO, "is out of range", "er uden for det tilladte område");
            problems.refuseIfAny();
        }
        Integer month = row.get(Organization.FISCAL_YEAR_END_MONTH);
        if (month != null && (month < 1 || month > 12)) {
            Problems problems = new Problems(Organization.SCHEMA.singular());
            problems.add(Organization.FISCAL_YEAR_END_MONTH, "must be from 1 to 12", "skal være fra 1 til 12");
            problems.refuseIfAny();
        }
    }
}
