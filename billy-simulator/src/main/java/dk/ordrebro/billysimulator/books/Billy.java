package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.books.Verb.ALL;
import static dk.ordrebro.billysimulator.books.Verb.READ;

import dk.ordrebro.billysimulator.record.Schema;
import dk.ordrebro.billysimulator.store.AccessKey;
import dk.ordrebro.billysimulator.store.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything Billy knows how to keep: all resources, and the catalogue of their records. */
public final class Billy {

    private Billy() {}

    /** The resources under {@code /v2}. */
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
                new Resource(Organization.SCHEMA, READ),
                new Resource(Attachment.SCHEMA, ALL),
                new Resource(BalanceModifier.SCHEMA, READ),
                new Resource(Transaction.SCHEMA, READ),
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
        Map<Schema, List<dk.ordrebro.billysimulator.record.Row>> world = World.records();
        List<Schema> owned = new ArrayList<>(List.of(AccessKey.SCHEMA));
        resources.all().stream()
                .map(Resource::schema)
                .filter(schema -> !world.containsKey(schema) && schema != Organization.SCHEMA)
                .forEach(owned::add);
        return new Catalogue(Organization.SCHEMA, owned, world);
    }
}
