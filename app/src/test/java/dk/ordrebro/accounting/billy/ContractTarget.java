package dk.ordrebro.accounting.billy;

import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.Outcome;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.billysimulator.books.NewCompany;
import dk.ordrebro.integration.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * What the contract is tried on: a simulator, or with {@code ORDREBRO_BILLY_TOKEN} in the environment the real Billy company that key opens (a trial
 * company, please). There it makes drafts, one contact and a few products, removes the drafts and archives the rest, and approves nothing unless
 * {@code ORDREBRO_BILLY_MAY_APPROVE} is {@code yes}.
 */
final class ContractTarget implements AutoCloseable {

    private static final String REAL_ROOT = "https://api.billysbilling.com/v2";
    private static final Duration PAUSE_ON_REAL = Duration.ofMillis(500);

    final RawBilly raw;
    final AccountingSystem system;
    final String run = Long.toString(System.currentTimeMillis(), 36);
    private final @Nullable BillySimulator simulator;
    private final boolean mayApprove;
    private final BillyHttp http;
    private final List<String> drafts = new ArrayList<>();
    private final Map<BillyAssumption, String> findings = new EnumMap<>(BillyAssumption.class);

    ContractTarget() {
        String token = System.getenv("ORDREBRO_BILLY_TOKEN");
        boolean real = token != null && !token.isBlank();
        this.simulator =
                real ? null : BillySimulator.start(SimulatorOptions.ephemeral().withSeed(1L));
        this.mayApprove = !real || "yes".equals(System.getenv("ORDREBRO_BILLY_MAY_APPROVE"));
        URI root = simulator == null
                ? URI.create(System.getenv().getOrDefault("ORDREBRO_BILLY_URL", REAL_ROOT))
                : simulator.apiUri();
        String key = simulator == null
                ? String.valueOf(token)
                : simulator
                        .admin()
                        .createCompany(NewCompany.named("Kontrakt ApS"))
                        .accessToken();
        var limits = new BillyLimits(
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                Duration.ofSeconds(120),
                Duration.ofSeconds(60),
                DataSize.ofMegabytes(16),
                2,
                Duration.ofMinutes(15));
        this.http = new BillyHttp(limits, InstantSource.system());
        this.raw = new RawBilly(root, key, this::pause);
        this.system = new BillyWorkshop(
                        http,
                        limits,
                        new InMemoryProducts(),
                        new InMemoryContacts(),
                        InstantSource.system(),
                        new Random(),
                        Thread::sleep)
                .system(Workbench.integration(root), new Secret(key));
    }

    boolean isReal() {
        return simulator == null;
    }

    boolean mayApprove() {
        return mayApprove;
    }

    /** Two calls a second is what a real Billy is asked at most: nobody has published what it bears. */
    void pause() {
        if (isReal()) {
            try {
                Thread.sleep(PAUSE_ON_REAL);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Copenhagen"));
    }

    /** Makes a draft that is removed in the end. */
    Invoice make(Drafts draft) {
        pause();
        Outcome outcome = system.create(draft.done());
        if (outcome instanceof Outcome.Accepted(Invoice invoice)) {
            toRemove(invoice.id().value());
            return invoice;
        }
        throw new AssertionError(outcome.toString());
    }

    void toRemove(String invoiceId) {
        drafts.add(invoiceId);
    }

    /** For a document that was approved: it stays, as approved documents do. */
    void keep(String invoiceId) {
        drafts.remove(invoiceId);
    }

    /** Notes what a run showed about something we take for granted. */
    void found(BillyAssumption assumption, boolean holds, String how) {
        findings.merge(assumption, (holds ? "holds" : "DOES NOT HOLD") + ": " + how, (a, b) -> a + "; " + b);
    }

    private String report() {
        var report = new StringBuilder(
                isReal()
                        ? "What this run against a real Billy company settled:\n"
                        : "What the contract looked at (a run against the simulator settles nothing):\n");
        findings.forEach((assumption, finding) -> report.append("  ")
                .append(assumption)
                .append("\n      ")
                .append(finding)
                .append('\n'));
        report.append("Not looked at:\n");
        for (BillyAssumption assumption : BillyAssumption.values()) {
            if (!findings.containsKey(assumption)) {
                report.append("  ").append(assumption).append('\n');
            }
        }
        return report.toString();
    }

    private void tidy() {
        drafts.forEach(id -> raw.delete("/invoices/" + id));
        archive("contacts", "contact", "contactNo", "ordrebro-kontrakt");
        archive("products", "product", "name", "Ordrebro kontrakt");
    }

    private void archive(String plural, String singular, String field, String ours) {
        raw.get("/" + plural + "?pageSize=1000").json().path(plural).forEach(row -> {
            if (row.path(field).asString("").startsWith(ours)) {
                raw.put("/" + plural + "/" + row.path("id").asString(), "{'" + singular + "':{'isArchived':true}}");
            }
        });
    }

    @Override
    public void close() {
        try {
            tidy();
        } finally {
            System.out.println(report());
            closeAll();
        }
    }

    private void closeAll() {
        try {
            http.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (simulator != null) {
                simulator.close();
            }
        }
    }
}
