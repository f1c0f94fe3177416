package dk.ordrebro.accounting.billy;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.Outcome;
import dk.ordrebro.accounting.billy.ContractRun.Permissions;
import dk.ordrebro.accounting.billy.answer.BillyAssumption;
import dk.ordrebro.accounting.billy.party.InMemoryContacts;
import dk.ordrebro.accounting.billy.party.InMemoryProducts;
import dk.ordrebro.accounting.billy.wire.BillyHttp;
import dk.ordrebro.accounting.billy.wire.BillyLimits;
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
 * company, please). There it makes drafts, a few contacts and products, all of them marked {@value ContractBooks#MARK}, removes the drafts and
 * archives the rest. It approves nothing unless {@code ORDREBRO_BILLY_MAY_APPROVE} is {@code yes}, and mails nobody unless
 * {@code ORDREBRO_BILLY_MAIL_TO} names an address.
 */
final class ContractTarget implements AutoCloseable {

    private static final String REAL_ROOT = "https://api.billysbilling.com/v2";
    private static final String PAUSE_ON_REAL = "500";
    private static final BillyLimits PATIENT = new BillyLimits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofSeconds(120),
            Duration.ofSeconds(60),
            DataSize.ofMegabytes(16),
            2,
            Duration.ofMinutes(15));

    final RawBilly raw;
    final AccountingSystem system;
    final ContractRun questions;
    final String run = Long.toString(System.currentTimeMillis(), 36);
    private final @Nullable BillySimulator simulator;
    private final Permissions permissions;
    private final Duration pause;
    private final BillyHttp http = new BillyHttp(PATIENT, InstantSource.system());
    private final List<String> drafts = new ArrayList<>();
    private final Map<BillyAssumption, String> findings = new EnumMap<>(BillyAssumption.class);

    private ContractTarget(
            @Nullable BillySimulator simulator, URI root, String key, Permissions permissions, Duration pause) {
        this.simulator = simulator;
        this.permissions = permissions;
        this.pause = pause;
        this.raw = new RawBilly(root, key, this::pause);
        this.questions = new ContractRun(new ContractBooks(raw, run, today()), permissions);
        this.system = new BillyWorkshop(
                        http,
                        PATIENT,
                        new InMemoryProducts(),
                        new InMemoryContacts(),
                        InstantSource.system(),
                        new Random(),
                        Thread::sleep)
                .system(Workbench.integration(root), new Secret(key));
    }

    /** @param environment as {@link System#getenv()} gives it */
    static ContractTarget of(Map<String, String> environment) {
        String token = environment.getOrDefault("ORDREBRO_BILLY_TOKEN", "");
        return token.isBlank()
                ? simulated(NewCompany.named("Kontrakt ApS").lockedUntil(LOCKED))
                : new ContractTarget(
                        null,
                        URI.create(environment.getOrDefault("ORDREBRO_BILLY_URL", REAL_ROOT)),
                        token,
                        new Permissions(
                                "yes".equals(environment.get("ORDREBRO_BILLY_MAY_APPROVE")),
                                environment.getOrDefault("ORDREBRO_BILLY_MAIL_TO", "")),
                        Duration.ofMillis(Long.parseLong(
                                environment.getOrDefault("ORDREBRO_BILLY_PAUSE_MILLIS", PAUSE_ON_REAL))));
    }

    /** A simulated company, which may be asked everything. */
    static ContractTarget simulated(NewCompany company) {
        BillySimulator simulator =
                BillySimulator.start(SimulatorOptions.ephemeral().withSeed(1L));
        String key = simulator.admin().createCompany(company).accessToken();
        return new ContractTarget(
                simulator, simulator.apiUri(), key, new Permissions(true, "kontrakt@example.org"), Duration.ZERO);
    }

    /** Last locked day of the simulated company, so that it can be asked about that too. */
    static final LocalDate LOCKED = LocalDate.of(2020, 12, 31);

    boolean isReal() {
        return simulator == null;
    }

    boolean mayApprove() {
        return permissions.mayApprove();
    }

    /** Two calls a second is what a real Billy is asked at most: nobody has published what it bears. */
    void pause() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
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

    /** Notes what a run showed about something we take for granted. A real Billy may teach us better; the simulator must do what we take for granted. */
    void found(BillyAssumption assumption, boolean holds, String how) {
        if (!isReal()) {
            assertThat(holds)
                    .as("the simulator does what we take for granted: %s; %s", assumption, how)
                    .isTrue();
        }
        findings.merge(assumption, (holds ? "holds" : "DOES NOT HOLD") + ": " + how, (a, b) -> a + "; " + b);
    }

    String report() {
        var report = new StringBuilder(
                isReal()
                        ? "What this run against a real Billy company settled.\n"
                        : "What the contract found at the simulator, which settles nothing about Billy.\n");
        report.append(questions.report()).append("What the adapter takes for granted:\n");
        findings.forEach((assumption, finding) -> report.append("  ")
                .append(assumption)
                .append("\n      ")
                .append(finding)
                .append('\n'));
        return report.toString();
    }

    private void tidy() {
        drafts.forEach(id -> raw.delete("/invoices/" + id));
        questions.tidy();
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
