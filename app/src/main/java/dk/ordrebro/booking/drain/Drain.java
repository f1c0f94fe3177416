package dk.ordrebro.booking.drain;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.Problem;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetics;
import dk.ordrebro.booking.Claimed;
import dk.ordrebro.booking.totals.HealthRows;
import dk.ordrebro.enrichment.Enricher;
import dk.ordrebro.enrichment.chart.ChartWatch;
import dk.ordrebro.enrichment.rule.Rules;
import dk.ordrebro.enrichment.template.Templates;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.work.GroupWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Books what is due for one accounting integration until nothing is. Only one runs for an integration at a time, on whatever node;
 * inside, as many calls are under way as the integration allows.
 */
public class Drain {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private static final int BATCH = 50;
    /** How soon to ask again a program that cannot be reached or will not have our key. */
    private static final Duration UNAVAILABLE = Duration.ofSeconds(20);
    /** The same when no booking waits for it: only to learn that it is back. */
    private static final Duration UNAVAILABLE_AND_IDLE = Duration.ofMinutes(5);

    /** How soon what ended without a recorded fate is looked for: the next run takes it for abandoned. */
    private static final Duration LOST = Duration.ofSeconds(1);

    private final AccountingIntegrations integrations;
    private final AccountingSystems systems;
    private final Templates templates;
    private final Rules rules;
    private final ChartWatch charts;
    private final Enricher enricher;
    private final LedgerArithmetics arithmetics;
    private final Claims claims;
    private final GroupWriter<Recording.Result> recorder;
    private final Ids ids;
    private final InstantSource clock;
    private final Patience patience;
    private final HealthRows health;

    public Drain(
            AccountingIntegrations integrations,
            AccountingSystems systems,
            Templates templates,
            Rules rules,
            ChartWatch charts,
            Enricher enricher,
            LedgerArithmetics arithmetics,
            Claims claims,
            GroupWriter<Recording.Result> recorder,
            Ids ids,
            InstantSource clock,
            Patience patience,
            HealthRows health) {
        this.integrations = integrations;
        this.systems = systems;
        this.templates = templates;
        this.rules = rules;
        this.charts = charts;
        this.enricher = enricher;
        this.arithmetics = arithmetics;
        this.claims = claims;
        this.recorder = recorder;
        this.ids = ids;
        this.clock = clock;
        this.patience = patience;
        this.health = health;
    }

    /**
     * Works until nothing is due.
     *
     * @return when to come again; empty when no booking waits
     */
    public Optional<Instant> run(CompanyId company, AccountingIntegrationId id) {
        Optional<AccountingIntegration> integration = integrations.find(company, id);
        if (integration.filter(AccountingIntegration::retired).isPresent()) {
            holdAll(integration.get());
        }
        if (integration.filter(AccountingIntegration::active).isEmpty()) {
            return Optional.empty();
        }
        try {
            return run(integration.get());
        } catch (AccountingUnavailable e) {
            LOG.warn("Accounting integration {}: {}", id, e.getMessage());
            health.turnedAway(integration.get(), e.problem());
            return claims.nextDue(integration.get())
                    .map(due -> later(due, clock.instant().plus(UNAVAILABLE)))
                    .or(() -> Optional.of(clock.instant().plus(UNAVAILABLE_AND_IDLE)));
        }
    }

    /** What a retired integration was to book is shown to a person instead of waiting for ever. */
    private void holdAll(AccountingIntegration retired) {
        int held = BATCH;
        while (held == BATCH) {
            held = claims.hold(retired, BATCH);
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private Optional<Instant> run(AccountingIntegration integration) {
        AccountingSystem accounting = systems.open(integration);
        int abandoned = claims.suspectAbandoned(integration);
        if (abandoned > 0) {
            LOG.warn(
                    "Accounting integration {}: {} bookings died in flight and will be looked for",
                    integration.id(),
                    abandoned);
        }
        ChartOfAccounts chart = chart(integration, accounting);
        charts.saw(integration.company(), integration.id(), chart);
        Preparing preparing = new Preparing(
                enricher,
                templates.of(integration.company(), integration.id()),
                rules.of(integration.company(), integration.id()),
                chart,
                arithmetics.of(integration.company(), integration.id()).rule());
        try (Run run = new Run(integration, accounting)) {
            run.until(() -> claims.claim(integration, preparing, run.claim, BATCH));
            run.tellHealth(integration);
            if (run.lost) {
                return Optional.of(clock.instant().plus(LOST));
            }
        }
        return claims.nextDue(integration);
    }

    /** Anew where a person asked for another try, for they may have mended it there; as remembered while the program does not answer. */
    private ChartOfAccounts chart(AccountingIntegration integration, AccountingSystem accounting) {
        if (claims.isAskedFor(integration)) {
            try {
                return accounting.refreshChart();
            } catch (AccountingUnavailable unavailable) {
                LOG.info("Accounting integration {}: no fresh chart: {}", integration.id(), unavailable.getMessage());
            }
        }
        return accounting.chart();
    }

    /** One go of a drain: keeps the integration's calls under way and hands what comes of them to the recorder. */
    private final class Run implements AutoCloseable {

        private final UUID claim = ids.next();
        private final AccountingSystem accounting;
        private final Sending sending;
        private final Semaphore inFlight;
        private final Semaphore ahead;
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final AtomicBoolean answered = new AtomicBoolean();
        private final AtomicReference<@Nullable Problem> trouble = new AtomicReference<>();
        /** Whether the fate of an attempt could not be recorded. */
        private boolean lost;

        private final List<CompletableFuture<Void>> written = new ArrayList<>();
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

        Run(AccountingIntegration integration, AccountingSystem accounting) {
            this.accounting = accounting;
            this.sending = new Sending(accounting, integration.autoApprove(), patience, clock);
            this.inFlight = new Semaphore(integration.inFlight());
            // one batch may wait while another is sent, so that no call waits for a claim
            this.ahead = new Semaphore(2 * BATCH);
        }

        /** Claims and sends until a claim finds nothing, or the program turns us away. */
        void until(java.util.function.Supplier<Claims.Batch> claiming) {
            while (!stopped.get()) {
                ahead.acquireUninterruptibly(BATCH);
                Claims.Batch batch = claiming.get();
                ahead.release(BATCH - batch.claimed().size());
                batch.claimed().forEach(this::send);
                if (batch.looked() == 0) {
                    if (awaitWritten() == 0) {
                        return;
                    }
                }
            }
            awaitWritten();
        }

        private void send(Claimed claimed) {
            CompletableFuture<Void> done = CompletableFuture.supplyAsync(() -> attempt(claimed), threads)
                    .thenCompose(recorder::write)
                    .whenComplete((nothing, failure) -> ahead.release());
            written.add(done);
        }

        private Recording.Result attempt(Claimed claimed) {
            inFlight.acquireUninterruptibly();
            try {
                Fate fate = stopped.get() ? turnedAway() : sending.attempt(claimed);
                notice(fate);
                return new Recording.Result(claimed, fate, clock.instant());
            } finally {
                inFlight.release();
            }
        }

        private void notice(Fate fate) {
            switch (fate) {
                case Fate.Settled settled -> answered.set(true);
                case Fate.Held held -> answered.set(true);
                case Fate.Absent absent -> answered.set(true);
                case Fate.TakenBack takenBack -> answered.set(true);
                case Fate.Suspected suspected -> trouble.compareAndSet(null, suspected.problem());
                case Fate.Postponed postponed -> {
                    if (turnsUsAway(postponed.problem()) && !stopped.getAndSet(true)) {
                        trouble.set(postponed.problem());
                    }
                }
            }
        }

        /** One lost answer among others is no trouble; being turned away is. */
        void tellHealth(AccountingIntegration integration) {
            Problem problem = trouble.get();
            if (problem != null && (stopped.get() || !answered.get())) {
                if (problem.code() != Problem.Code.THROTTLED) {
                    health.turnedAway(integration, problem);
                }
            } else if (answered.get()) {
                health.answered(integration);
            } else if (health.isTroubled(integration)) {
                // nothing was due: a question of our own shows whether it answers again
                accounting.refreshChart();
                health.answered(integration);
            }
        }

        private static Fate turnedAway() {
            return new Fate.Postponed(
                    new Problem(Problem.Code.UNREACHABLE, "not tried: the accounting program turned others away"),
                    null,
                    null);
        }

        private static boolean turnsUsAway(Problem problem) {
            return switch (problem.code()) {
                case KEY_REFUSED, COMPANY_CLOSED, THROTTLED, UNREACHABLE -> true;
                default -> false;
            };
        }

        /** Waits for what is under way; says how much that was. */
        private int awaitWritten() {
            int count = written.size();
            for (CompletableFuture<Void> one : written) {
                try {
                    one.join();
                } catch (CompletionException e) {
                    lost = true;
                    LOG.error("An attempt ended without a recorded fate; its booking will be looked for", e.getCause());
                }
            }
            written.clear();
            return count;
        }

        @Override
        public void close() {
            threads.close();
        }
    }
}
