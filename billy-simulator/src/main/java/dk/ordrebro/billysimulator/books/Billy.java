package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.books.Verb.ALL;
import static dk.ordrebro.billysimulator.books.Verb.READ;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.Schema;
import dk.ordrebro.billysimulator.store.AccessKey;
import dk.ordrebro.billysimulator.store.Catalogue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** Everything Billy knows how to keep: all resources, and the catalogue of their records. */
public final class Billy {

    private Billy() {}

    /** The resources under {@code /v2}. */
    @Behaviour(
            value = "Writes to postings, balanceModifiers, contactBalancePostings and reference data answer 405",
            known = Known.PROBED,
            where = "4")
    public static Resources resources() {
        return new Resources(List.of(
                new InvoiceResource(),
                new InvoiceLineResource(),
                new ContactResource(),
                new ContactPersonResource(),
                new ProductResource(),
                new Resource(ProductPrice.SCHEMA, ALL),
                new AccountResource(),
                new Resource(AccountGroup.SCHEMA, ALL),
                new TaxRateResource(),
                new Resource(DeductionComponent.SCHEMA, ALL),
                new SalesTaxRulesetResource(),
                new Resource(SalesTaxRule.SCHEMA, ALL),
                new OrganizationResource(),
                new BankPaymentResource(),
                new Resource(BalanceModifier.SCHEMA, READ),
                new Resource(ContactBalancePosting.SCHEMA, READ),
                new InvoiceReminderResource(),
                new Resource(InvoiceLateFee.SCHEMA, EnumSet.of(Verb.GET, Verb.LIST, Verb.UPDATE)),
                new Resource(BankLine.SCHEMA, READ),
                new FileResource(),
                new AttachmentResource(),
                new Resource(Daybook.SCHEMA, ALL),
                new DaybookTransactionResource(),
                new Resource(DaybookTransactionLine.SCHEMA, READ),
                new TransactionResource(),
                new Resource(Posting.SCHEMA, READ),
                new Resource(AccountNature.SCHEMA, READ),
                new Resource(Country.SCHEMA, READ),
                new Resource(CountryGroup.SCHEMA, READ),
                new Resource(Currency.SCHEMA, READ),
                new Resource(Locale.SCHEMA, READ),
                new Resource(City.SCHEMA, READ),
                new Resource(State.SCHEMA, READ),
                new Resource(Zipcode.SCHEMA, READ)));
    }

    public static Catalogue catalogue(Resources resources) {
        Map<Schema, List<Row>> world = World.records();
        List<Schema> owned = new ArrayList<>(List.of(AccessKey.SCHEMA, SentEmail.SCHEMA));
        resources.all().stream()
                .map(Resource::schema)
                .filter(schema -> !world.containsKey(schema) && schema != Organization.SCHEMA)
                .forEach(owned::add);
        return new Catalogue(Organization.SCHEMA, owned, world);
    }
}
