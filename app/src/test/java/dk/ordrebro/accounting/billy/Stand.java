package dk.ordrebro.accounting.billy;

import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.billy.answer.BillyAnswer;
import dk.ordrebro.accounting.billy.answer.BillyContact;
import dk.ordrebro.accounting.billy.answer.BillyInvoice;
import dk.ordrebro.accounting.billy.answer.BillyProduct;
import dk.ordrebro.accounting.billy.document.InvoiceFinder;
import dk.ordrebro.accounting.billy.wire.Backoff;
import dk.ordrebro.accounting.billy.wire.BillyConnection;
import dk.ordrebro.accounting.billy.wire.BillyLimits;
import dk.ordrebro.accounting.billy.wire.BillyPages;
import dk.ordrebro.accounting.billy.wire.BillyPages.Rows;
import dk.ordrebro.accounting.billy.wire.BillyReader;
import dk.ordrebro.accounting.billy.wire.BillyRequest;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.billysimulator.admin.CompanyKeys;
import dk.ordrebro.billysimulator.books.NewCompany;
import dk.ordrebro.billysimulator.fault.Effect;
import dk.ordrebro.billysimulator.fault.FaultRule;
import dk.ordrebro.integration.Secret;
import java.time.Duration;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** A simulator with one company in it, and an adapter that books there. */
final class Stand implements AutoCloseable {

    /** Patient enough for a busy machine, and short enough to let a fault run into them. */
    private static final BillyLimits LIMITS = new BillyLimits(
            Duration.ofSeconds(5),
            Duration.ofMillis(1500),
            Duration.ofSeconds(20),
            Duration.ofMillis(2500),
            Duration.ofSeconds(30),
            DataSize.ofMegabytes(16),
            100,
            Duration.ofMinutes(15));

    final BillySimulator simulator =
            BillySimulator.start(SimulatorOptions.ephemeral().withSeed(7L));
    final CompanyKeys keys;
    final Workbench bench = new Workbench(LIMITS);
    final AccountingSystem system;

    Stand() {
        this(NewCompany.named("Nordlys Te ApS"));
    }

    Stand(NewCompany company) {
        keys = simulator.admin().createCompany(company);
        system = reopened();
    }

    /** An adapter as after a restart. */
    AccountingSystem reopened() {
        return bench.system(simulator.apiUri(), new Secret(keys.accessToken()));
    }

    int fault(String route, Effect effect) {
        return simulator.admin().faults().order(FaultRule.on(route, effect));
    }

    int faultOnce(String route, Effect effect) {
        return simulator.admin().faults().order(FaultRule.on(route, effect).withTimes(1));
    }

    void heal() {
        simulator.admin().faults().clear();
    }

    /** Id of a ruleset by its name. */
    String ruleset(String name) {
        return system.chart().rulesets().stream()
                .filter(ruleset -> ruleset.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id()
                .value();
    }

    /** A draft of one line with 25 % VAT in the price. */
    Drafts draft(String reference) {
        return Drafts.draft(ruleset("Normalt salg af varer"))
                .reference(reference)
                .order(reference.replace("butik:", ""))
                .line("SKU 88-12, blå", "2", "100.00", "0.00")
                .line("GLS", "1", "49.00", "9.00");
    }

    List<BillyInvoice> invoices() {
        return pages().all(BillyRequest.get("invoices"), InvoiceFinder.INVOICES);
    }

    List<BillyProduct> products() {
        return pages().all(BillyRequest.get("products"), new Rows<>("products", BillyAnswer::products));
    }

    List<BillyContact> contacts() {
        return pages().all(BillyRequest.get("contacts"), new Rows<>("contacts", BillyAnswer::contacts));
    }

    BillyPages pages() {
        return new BillyPages(reader());
    }

    BillyReader reader() {
        return new BillyReader(connection(), Backoff.STANDARD, time -> {}, new java.util.Random(1));
    }

    BillyConnection connection() {
        return new BillyConnection(
                bench.http(), simulator.apiUri(), new Secret(keys.accessToken()), 4, LIMITS, bench.clock);
    }

    @Override
    public void close() {
        bench.close();
        simulator.close();
    }
}
