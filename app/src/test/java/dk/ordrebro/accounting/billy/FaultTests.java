package dk.ordrebro.accounting.billy;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.Lookup;
import dk.ordrebro.accounting.Outcome;
import dk.ordrebro.accounting.Problem.Code;
import dk.ordrebro.accounting.billy.answer.BillyInvoice;
import dk.ordrebro.billysimulator.fault.Effect;
import dk.ordrebro.billysimulator.fault.Effect.Delay;
import dk.ordrebro.billysimulator.fault.FaultRule;
import dk.ordrebro.billysimulator.store.Deviation;
import dk.ordrebro.money.VatRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault the simulator can show, and the outcome the adapter makes of it. */
class FaultTests {

    private static final String CREATE = "POST /invoices";
    private static final String APPROVE = "PUT /invoices/{id}";

    private final Stand stand = new Stand();

    @AfterEach
    void close() {
        stand.close();
    }

    /** What a write comes to, and whether Billy did the work. */
    enum Fate {
        ACCEPTED(true),
        REFUSED(false),
        NOT_SENT(false),
        UNKNOWN_AND_DONE(true),
        UNKNOWN_AND_NOT_DONE(false);

        private final boolean done;

        Fate(boolean done) {
            this.done = done;
        }

        static Fate of(Outcome outcome, boolean done) {
            return switch (outcome) {
                case Outcome.Accepted _ -> ACCEPTED;
                case Outcome.Refused _ -> REFUSED;
                case Outcome.NotSent _ -> NOT_SENT;
                case Outcome.Unknown _ -> done ? UNKNOWN_AND_DONE : UNKNOWN_AND_NOT_DONE;
            };
        }
    }

    private static @Nullable Code code(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> null;
            case Outcome.Refused refused -> refused.problem().code();
            case Outcome.NotSent not -> not.problem().code();
            case Outcome.Unknown unknown -> unknown.problem().code();
        };
    }

    /** What one switch must come to when a draft is made or approved under it. */
    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new Effect.Latency(new Delay.Exponential(20), false), Fate.ACCEPTED, null),
                Arguments.of(new Effect.Latency(new Delay.Fixed(100), true), Fate.ACCEPTED, null),
                Arguments.of(new Effect.RateLimit(1, 1), Fate.ACCEPTED, null),
                Arguments.of(new Effect.Drip(0), Fate.ACCEPTED, null),
                Arguments.of(new Effect.Latency(new Delay.Fixed(200), false), Fate.ACCEPTED, null),
                Arguments.of(new Effect.Latency(new Delay.Uniform(1, 50), false), Fate.ACCEPTED, null),
                Arguments.of(new Effect.Latency(new Delay.Fixed(4000), true), Fate.UNKNOWN_AND_DONE, Code.NO_ANSWER),
                Arguments.of(
                        new Effect.Status(401, "OAUTH_INVALID_ACCESS_TOKEN", null), Fate.NOT_SENT, Code.KEY_REFUSED),
                Arguments.of(new Effect.Status(403, "FORBIDDEN", null), Fate.NOT_SENT, Code.KEY_REFUSED),
                Arguments.of(new Effect.Status(429, "TOO_MANY_REQUESTS", 3), Fate.NOT_SENT, Code.THROTTLED),
                Arguments.of(new Effect.Status(429, "TOO_MANY_REQUESTS", null), Fate.NOT_SENT, Code.THROTTLED),
                Arguments.of(new Effect.Status(422, "OTHER", null), Fate.REFUSED, Code.REJECTED),
                Arguments.of(new Effect.Status(500, "INTERNAL_ERROR", null), Fate.UNKNOWN_AND_NOT_DONE, Code.NO_ANSWER),
                Arguments.of(new Effect.Status(502, "BAD_GATEWAY", null), Fate.UNKNOWN_AND_NOT_DONE, Code.NO_ANSWER),
                Arguments.of(new Effect.Status(503, "UNAVAILABLE", 1), Fate.UNKNOWN_AND_NOT_DONE, Code.NO_ANSWER),
                Arguments.of(new Effect.Html(200), Fate.UNKNOWN_AND_NOT_DONE, Code.ODD_ANSWER),
                Arguments.of(new Effect.Html(502), Fate.UNKNOWN_AND_NOT_DONE, Code.NO_ANSWER),
                Arguments.of(new Effect.ResetBefore(), Fate.UNKNOWN_AND_NOT_DONE, Code.NO_ANSWER),
                Arguments.of(new Effect.LoseAnswer(), Fate.UNKNOWN_AND_DONE, Code.NO_ANSWER),
                Arguments.of(new Effect.HalfBody(), Fate.UNKNOWN_AND_DONE, Code.NO_ANSWER),
                Arguments.of(new Effect.Drip(20), Fate.UNKNOWN_AND_DONE, Code.NO_ANSWER),
                Arguments.of(new Effect.LockPeriod(Drafts.DAY), Fate.REFUSED, Code.PERIOD_CLOSED));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void leadEveryCreationToItsOutcomeAndThenToOneInvoice(Effect fault, Fate fate, @Nullable Code code) {
        stand.system.create(stand.draft("butik:0").done());
        InvoiceDraft draft = stand.draft("butik:1").done();
        stand.faultOnce(CREATE, fault);
        stand.bench.clock.advance(java.time.Duration.ofMinutes(1));

        Outcome outcome = stand.system.create(draft);
        long there = there();

        assertThat(Fate.of(outcome, there == 1)).isEqualTo(fate);
        assertThat(there == 1).isEqualTo(fate.done);
        assertThat(code(outcome)).isEqualTo(code);
        stand.heal();
        stand.simulator.admin().lockPeriod(stand.keys.organizationId(), null);
        stand.bench.clock.advance(java.time.Duration.ofMinutes(1));
        settle(draft, outcome);
        assertThat(there()).isEqualTo(1);
        assertThat(stand.simulator.admin().counters(stand.keys.organizationId()).duplicates())
                .isZero();
    }

    /** How many of the drafts the tests are about stand in Billy, by its own list and with no fault in the way. */
    private long there() {
        return stand.invoices().stream()
                .filter(invoice -> "butik:1".equals(invoice.externalId()))
                .count();
    }

    /** What the booking does with an outcome, until the document stands there. */
    private Invoice settle(InvoiceDraft draft, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted(Invoice invoice) -> invoice;
            case Outcome.NotSent _, Outcome.Refused _ -> settle(draft, stand.system.create(draft));
            case Outcome.Unknown _ ->
                switch (stand.system.find(draft)) {
                    case Lookup.Found(Invoice invoice) -> invoice;
                    case Lookup.Absent _ -> settle(draft, stand.system.create(draft));
                    case Lookup.Failed _ -> settle(draft, outcome);
                    case Lookup.Several several -> throw new AssertionError(several.toString());
                };
        };
    }

    @ParameterizedTest
    @MethodSource("faults")
    void leadEveryApprovalToItsOutcomeAndThenToOneNumber(Effect fault, Fate fate, @Nullable Code code) {
        InvoiceDraft draft = stand.draft("butik:1").done();
        Invoice made = settle(draft, stand.system.create(draft));
        stand.faultOnce(APPROVE, fault);
        stand.bench.clock.advance(java.time.Duration.ofMinutes(1));

        Outcome outcome = stand.system.approve(made.id());
        long approvals = stand.invoices().stream()
                .filter(invoice -> "approved".equals(invoice.state()))
                .count();

        assertThat(Fate.of(outcome, approvals == 1)).isEqualTo(fate);
        assertThat(code(outcome)).isEqualTo(code);
        stand.heal();
        stand.simulator.admin().lockPeriod(stand.keys.organizationId(), null);
        stand.bench.clock.advance(java.time.Duration.ofMinutes(1));
        assertThat(stand.system.approve(made.id()))
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        accepted -> assertThat(accepted.invoice().number()).isEqualTo("1"));
    }

    static Stream<Effect> lostWrites() {
        return Stream.of(
                new Effect.LoseAnswer(),
                new Effect.ResetBefore(),
                new Effect.HalfBody(),
                new Effect.Status(500, "X", null),
                new Effect.Html(200));
    }

    @ParameterizedTest
    @MethodSource("lostWrites")
    void makeNoSecondContactOrProductAfterALostAnswer(Effect fault) {
        InvoiceDraft draft = stand.draft("butik:1").done();
        stand.faultOnce("POST /products", fault);
        stand.faultOnce("POST /contacts", fault);

        Outcome product = stand.system.create(draft);
        Outcome contact = stand.reopened().create(draft);
        Outcome made = stand.reopened().create(draft);

        assertThat(product).isInstanceOf(Outcome.NotSent.class);
        assertThat(contact).isInstanceOf(Outcome.NotSent.class);
        assertThat(made).isInstanceOf(Outcome.Accepted.class);
        assertThat(stand.products()).hasSize(1);
        assertThat(stand.contacts()).hasSize(1);
        assertThat(stand.invoices()).hasSize(1);
    }

    static Stream<Effect> passing() {
        return Stream.of(
                new Effect.Status(503, "X", null),
                new Effect.Status(429, "X", 1),
                new Effect.Html(502),
                new Effect.ResetBefore(),
                new Effect.LoseAnswer(),
                new Effect.HalfBody());
    }

    @ParameterizedTest
    @MethodSource("passing")
    void doNotReachWhoReadsTheChart(Effect fault) {
        stand.simulator.admin().faults().order(FaultRule.on("GET *", fault).withTimes(3));

        assertThat(stand.system.chart().accounts()).hasSize(89);
    }

    /** What each way of doing the work otherwise must come to. The compiler asks for another one as soon as there is another one. */
    private void meet(Deviation deviation) {
        switch (deviation) {
            case TOTALS_OFF -> totalsThatAreOff();
            case VAT_PER_LINE, VAT_PER_RATE -> totalsRoundedDifferently(deviation);
            case OTHER_RATE -> aRateThatIsNotTheProducts();
            case IGNORE_FILTERS -> filtersThatStoppedFiltering();
        }
    }

    @ParameterizedTest
    @EnumSource
    void areShownToTheGateOrSeenThrough(Deviation deviation) {
        meet(deviation);
    }

    private void totalsThatAreOff() {
        stand.fault(CREATE, new Effect.Deviate(Deviation.TOTALS_OFF));
        InvoiceDraft draft = stand.draft("butik:1").done();

        Invoice made = settle(draft, stand.system.create(draft));

        assertThat(made.totals().gross()).isEqualTo(draft.expected().gross().plus(Money.ofMinor(Drafts.DKK, 1)));
    }

    private void totalsRoundedDifferently(Deviation deviation) {
        stand.fault(CREATE, new Effect.Deviate(deviation));
        InvoiceDraft draft = Drafts.draft(stand.ruleset("Normalt salg af varer"))
                .line("En pose", "1", "0.03", "0.00")
                .line("En pose til", "1", "0.03", "0.00")
                .done();

        Invoice made = settle(draft, stand.system.create(draft));

        assertThat(draft.expected().vat()).isEqualTo(Money.of(Drafts.DKK, new BigDecimal("0.01")));
        assertThat(made.totals().vat().getAmount())
                .isEqualByComparingTo(deviation == Deviation.VAT_PER_LINE ? "0.02" : "0.01");
        assertThat(made.totals().gross()).isEqualTo(draft.expected().gross());
    }

    private void aRateThatIsNotTheProducts() {
        stand.fault(CREATE, new Effect.Deviate(Deviation.OTHER_RATE));
        InvoiceDraft draft = stand.draft("butik:1").done();

        Invoice made = settle(draft, stand.system.create(draft));

        assertThat(made.lines())
                .extracting(Invoice.Line::rate)
                .doesNotContain(Drafts.DANISH)
                .contains(VatRate.ZERO);
        assertThat(stand.invoices()).hasSize(1);
        assertThat(stand.simulator.admin().counters(stand.keys.organizationId()).draftsDeleted())
                .isZero();
    }

    private void filtersThatStoppedFiltering() {
        for (int i = 0; i < 60; i++) {
            settle(
                    stand.draft("butik:" + i).done(),
                    stand.system.create(stand.draft("butik:" + i).done()));
        }
        stand.fault("GET *", new Effect.Deviate(Deviation.IGNORE_FILTERS));

        assertThat(stand.system.find(stand.draft("butik:3").done()))
                .isInstanceOfSatisfying(
                        Lookup.Found.class,
                        found -> assertThat(found.invoice().reference()).isEqualTo("butik:3"));
        assertThat(stand.system.find(stand.draft("butik:99").done())).isInstanceOf(Lookup.Absent.class);
    }

    /** A switch that is added to the simulator has to be met here as well. */
    @Test
    void areAllMetHere() {
        List<Effect> met =
                faults().map(arguments -> (Effect) arguments.get()[0]).toList();
        List<Class<?>> delays = met.stream()
                .filter(Effect.Latency.class::isInstance)
                .<Class<?>>map(latency -> ((Effect.Latency) latency).delay().getClass())
                .toList();

        assertThat(Stream.concat(met.stream(), Stream.of(new Effect.Deviate(Deviation.TOTALS_OFF)))
                        .<Class<?>>map(Effect::getClass)
                        .distinct())
                .as("Effect.Deviate is met by its own test")
                .containsExactlyInAnyOrder(Effect.class.getPermittedSubclasses());
        assertThat(delays).contains(Delay.class.getPermittedSubclasses());
        assertThat(met.stream().map(Effect::name)).contains("latency", "answerLate");
    }

    @Test
    void obeyARealRateLimit() {
        stand.system.create(stand.draft("butik:0").done());
        stand.fault(CREATE, new Effect.RateLimit(2, 1));

        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            outcomes.add(stand.system.create(stand.draft("butik:" + i).done()));
        }

        assertThat(outcomes).filteredOn(Outcome.Accepted.class::isInstance).hasSize(2);
        assertThat(outcomes.getLast())
                .isInstanceOfSatisfying(
                        Outcome.NotSent.class, not -> assertThat(not.after()).isPositive());
        assertThat(stand.simulator.admin().counters(stand.keys.organizationId()).calls("POST /invoices 429"))
                .as("asked once more than allowed, then stayed away")
                .isEqualTo(1);
    }

    @Test
    void leaveExactlyOneInvoiceEachWhateverGoesWrongAmongFiftyAtOnce() throws InterruptedException {
        for (Effect fault : List.of(
                new Effect.LoseAnswer(),
                new Effect.ResetBefore(),
                new Effect.HalfBody(),
                new Effect.Status(500, "X", null),
                new Effect.Status(429, "X", null),
                new Effect.Html(502))) {
            for (String route : List.of("POST *", "GET /invoices")) {
                stand.simulator
                        .admin()
                        .faults()
                        .order(FaultRule.on(route, fault).withProbability(0.08));
            }
        }
        List<InvoiceDraft> drafts = IntStream.range(0, 50)
                .mapToObj(i -> stand.draft("butik:" + i)
                        .buyer(Drafts.buyer("butik:" + i % 10))
                        .done())
                .toList();

        List<Thread> threads = drafts.stream()
                .map(draft -> Thread.ofVirtual().start(() -> settle(draft, stand.system.create(draft))))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        stand.heal();
        assertThat(stand.invoices())
                .extracting(BillyInvoice::externalId)
                .containsExactlyInAnyOrderElementsOf(
                        drafts.stream().map(draft -> draft.reference().value()).toList());
        assertThat(stand.products()).hasSize(1);
        assertThat(stand.contacts()).hasSize(10);
    }
}
