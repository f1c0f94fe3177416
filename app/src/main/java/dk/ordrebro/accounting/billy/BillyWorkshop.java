package dk.ordrebro.accounting.billy;

import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.CompanyFacts;
import dk.ordrebro.accounting.billy.document.Approval;
import dk.ordrebro.accounting.billy.document.Deletion;
import dk.ordrebro.accounting.billy.document.DraftMaker;
import dk.ordrebro.accounting.billy.document.InvoiceFinder;
import dk.ordrebro.accounting.billy.document.InvoiceList;
import dk.ordrebro.accounting.billy.document.InvoiceTranslation;
import dk.ordrebro.accounting.billy.document.Obstacles;
import dk.ordrebro.accounting.billy.ledger.CurrentLedger;
import dk.ordrebro.accounting.billy.ledger.Ledger;
import dk.ordrebro.accounting.billy.ledger.LedgerReader;
import dk.ordrebro.accounting.billy.party.Books;
import dk.ordrebro.accounting.billy.party.ContactList;
import dk.ordrebro.accounting.billy.party.Contacts;
import dk.ordrebro.accounting.billy.party.KnownContacts;
import dk.ordrebro.accounting.billy.party.KnownProducts;
import dk.ordrebro.accounting.billy.party.Parties;
import dk.ordrebro.accounting.billy.party.ProductList;
import dk.ordrebro.accounting.billy.party.Products;
import dk.ordrebro.accounting.billy.wire.Backoff;
import dk.ordrebro.accounting.billy.wire.BillyConnection;
import dk.ordrebro.accounting.billy.wire.BillyHttp;
import dk.ordrebro.accounting.billy.wire.BillyLimits;
import dk.ordrebro.accounting.billy.wire.BillyPages;
import dk.ordrebro.accounting.billy.wire.BillyReader;
import dk.ordrebro.accounting.billy.wire.Waiting;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.Secret;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Puts the parts of an adapter together, all of them on the one HTTP client. */
final class BillyWorkshop {

    private final BillyHttp http;
    private final BillyLimits limits;
    private final KnownProducts products;
    private final KnownContacts contacts;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Waiting waiting;

    BillyWorkshop(
            BillyHttp http,
            BillyLimits limits,
            KnownProducts products,
            KnownContacts contacts,
            InstantSource clock,
            RandomGenerator random,
            Waiting waiting) {
        this.http = http;
        this.limits = limits;
        this.products = products;
        this.contacts = contacts;
        this.clock = clock;
        this.random = random;
        this.waiting = waiting;
    }

    AccountingSystem system(AccountingIntegration integration, Secret key) {
        var connection = new BillyConnection(http, integration.baseUrl(), key, integration.inFlight(), limits, clock);
        BillyReader reader = reader(connection);
        var pages = new BillyPages(reader);
        var ledgers = new CurrentLedger(new LedgerReader(reader, pages, clock)::read, limits.chartAge(), clock);
        var translation = new InvoiceTranslation(ledgers);
        var finder = new InvoiceFinder(reader, pages, translation);
        var obstacles = new Obstacles(ledgers);
        return new BillySystem(
                connection,
                ledgers,
                new DraftMaker(
                        connection,
                        ledgers,
                        obstacles,
                        parties(integration, connection, reader, pages),
                        finder,
                        limits.sendWithin(),
                        clock),
                new Approval(connection, obstacles, finder),
                new Deletion(connection, finder),
                finder,
                new InvoiceList(pages, translation));
    }

    private Parties parties(
            AccountingIntegration integration, BillyConnection connection, BillyReader reader, BillyPages pages) {
        Function<Ledger, Books> booksOf =
                ledger -> new Books(integration.company(), integration.id(), ledger.organization());
        return new Parties(
                new Contacts(reader, connection, new ContactList(pages, contacts), contacts, booksOf),
                new Products(reader, connection, new ProductList(pages, products), products, booksOf));
    }

    /** @throws dk.ordrebro.accounting.AccountingUnavailable when the key opens nothing */
    CompanyFacts company(URI baseUrl, Secret key) {
        BillyReader reader = reader(new BillyConnection(http, baseUrl, key, 1, limits, clock));
        return new LedgerReader(reader, new BillyPages(reader), clock).company();
    }

    private BillyReader reader(BillyConnection connection) {
        return new BillyReader(connection, Backoff.STANDARD, waiting, random);
    }
}
