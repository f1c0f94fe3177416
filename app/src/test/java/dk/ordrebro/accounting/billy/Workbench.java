package dk.ordrebro.accounting.billy;

import dk.ordrebro.SettableClock;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.billy.party.InMemoryContacts;
import dk.ordrebro.accounting.billy.party.InMemoryProducts;
import dk.ordrebro.accounting.billy.wire.Backoff;
import dk.ordrebro.accounting.billy.wire.BillyConnection;
import dk.ordrebro.accounting.billy.wire.BillyHttp;
import dk.ordrebro.accounting.billy.wire.BillyLimits;
import dk.ordrebro.accounting.billy.wire.BillyReader;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingPlatform;
import dk.ordrebro.integration.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.util.unit.DataSize;

/** An adapter on whatever server a test names: caches in memory, a settable clock, waits that are noted and not waited. */
public final class Workbench implements AutoCloseable {

    public static final Secret KEY = new Secret("hemmelig-0123456789abcdef");
    static final BillyLimits LIMITS = new BillyLimits(
            Duration.ofSeconds(2),
            Duration.ofMillis(400),
            Duration.ofSeconds(20),
            Duration.ofMillis(1500),
            Duration.ofSeconds(10),
            DataSize.ofMegabytes(2),
            100,
            Duration.ofMinutes(15));

    public final SettableClock clock = SettableClock.atNoon();
    public final List<Duration> waits = new CopyOnWriteArrayList<>();
    public final InMemoryProducts products = new InMemoryProducts();
    final InMemoryContacts contacts = new InMemoryContacts();
    private final BillyLimits limits;
    private final BillyHttp http;

    public Workbench() {
        this(LIMITS);
    }

    public Workbench(BillyLimits limits) {
        this.limits = limits;
        this.http = new BillyHttp(limits, clock);
    }

    public BillyHttp http() {
        return http;
    }

    public BillyConnection connection(URI root, int inFlight) {
        return new BillyConnection(http, root, KEY, inFlight, limits, clock);
    }

    public BillyReader reader(URI root) {
        return new BillyReader(connection(root, 4), Backoff.STANDARD, this::pass, new Random(1));
    }

    BillyWorkshop workshop() {
        return new BillyWorkshop(http, limits, products, contacts, clock, new Random(1), this::pass);
    }

    /** Opened anew, as after a restart: what stands in memory is gone, what is kept is not. */
    public AccountingSystem system(URI root) {
        return system(root, KEY);
    }

    public AccountingSystem system(URI root, Secret key) {
        return workshop().system(integration(root), key);
    }

    static AccountingIntegration integration(URI root) {
        return new AccountingIntegration(
                new CompanyId(new UUID(7, 1)),
                new AccountingIntegrationId(new UUID(7, 2)),
                "Billy",
                AccountingPlatform.BILLY,
                root,
                false,
                8,
                true);
    }

    private void pass(Duration time) {
        waits.add(time);
        clock.advance(time);
    }

    @Override
    public void close() {
        try {
            http.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
