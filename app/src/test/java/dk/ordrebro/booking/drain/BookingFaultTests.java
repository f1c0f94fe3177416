package dk.ordrebro.booking.drain;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.SettableClock;
import dk.ordrebro.accounting.Outcome;
import dk.ordrebro.accounting.Problem;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetic;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.billysimulator.admin.Counters;
import dk.ordrebro.billysimulator.fault.Effect;
import dk.ordrebro.billysimulator.fault.FaultRule;
import dk.ordrebro.billysimulator.store.Deviation;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Claimed;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.enrichment.Enricher;
import dk.ordrebro.enrichment.rule.Rules;
import dk.ordrebro.enrichment.template.Templates;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Whatever dies and whenever: one invoice for each fulfillment, and nothing approved that was not checked. */
@SpringBootTest(properties = "ordrebro.drains=off")
@OwnDatabase
class BookingFaultTests {

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-11-23T09:00:00Z"));
    private static final Duration LATER = Patience.USUAL.absentCountsAfter().plusSeconds(1);

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @TestConfiguration
    static class StandingClock {

        @Bean
        @Primary
        Clock standingClock() {
            return CLOCK;
        }
    }

    @BeforeAll
    static void startBilly() {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
    }

    @AfterAll
    static void stopBilly() {
        billy.close();
    }

    @BeforeEach
    void healBilly() {
        billy.admin().faults().clear();
    }

    private void once(Setup setup, String route, Effect effect) {
        billy.admin()
                .faults()
                .order(FaultRule.on(route, effect)
                        .withOrganization(setup.keys.organizationId())
                        .withTimes(1));
    }

    private Counters.Counts counts(Setup setup) {
        return billy.admin().counters(setup.keys.organizationId());
    }

    private static BookingState drainedLater(Setup setup, Fulfillment fulfillment) {
        CLOCK.advance(LATER);
        setup.drain();
        setup.drain();
        return setup.booking(fulfillment).state();
    }

    @Test
    void findsTheInvoiceWhoseAnswerWasLost() {
        Setup setup = Setup.of(context, billy, true);
        once(setup, "POST /invoices", new Effect.LoseAnswer());
        Fulfillment fulfillment = setup.handle(order().item("1", "125"));

        setup.drain();
        assertThat(setup.booking(fulfillment).state()).isEqualTo(BookingState.SUSPECT);

        assertThat(drainedLater(setup, fulfillment)).isEqualTo(BookingState.SETTLED);
        assertThat(setup.booking(fulfillment).approved()).isTrue();
        assertThat(counts(setup).invoicesCreated()).isEqualTo(1);
    }

    @Test
    void sendsAgainOnlyWhatCertainlyNeverArrived() {
        Setup setup = Setup.of(context, billy, false);
        once(setup, "POST /invoices", new Effect.ResetBefore());
        Fulfillment fulfillment = setup.handle(order().item("1", "125"));

        setup.drain();
        setup.drain();
        assertThat(counts(setup).invoicesCreated()).isZero();

        assertThat(drainedLater(setup, fulfillment)).isEqualTo(BookingState.SETTLED);
        assertThat(counts(setup).invoicesCreated()).isEqualTo(1);
    }

    @Test
    void doesNotTakeAbsenceForCertainTooEarly() {
        Setup setup = Setup.of(context, billy, false);
        once(setup, "POST /invoices", new Effect.ResetBefore());
        Fulfillment fulfillment = setup.handle(order().item("1", "125"));
        setup.drain();

        CLOCK.advance(Duration.ofSeconds(30));
        setup.drain();

        assertThat(setup.booking(fulfillment).state()).isEqualTo(BookingState.SUSPECT);
        assertThat(counts(setup).invoicesCreated()).isZero();
    }

    @Test
    void leavesADraftWhoseTotalsDifferAndNeverApprovesIt() {
        Setup setup = Setup.of(context, billy, true);
        once(setup, "POST /invoices", new Effect.Deviate(Deviation.TOTALS_OFF));
        Fulfillment fulfillment = setup.handle(order().item("1", "125"));

        setup.drain();

        Booking booking = setup.booking(fulfillment);
        assertThat(booking.state()).isEqualTo(BookingState.HELD);
        assertThat(booking.reasons()).extracting(Reason::code).contains("GROSS_DIFFERS");
        assertThat(booking.invoice()).isNotNull();
        assertThat(counts(setup).approvals()).isZero();
    }

    @Test
    void takesUpAnApprovalThatWasInterrupted() {
        Setup setup = Setup.of(context, billy, true);
        once(setup, "PUT /invoices/{id}", new Effect.LoseAnswer());
        Fulfillment fulfillment = setup.handle(order().item("1", "125"));

        setup.drain();

        assertThat(drainedLater(setup, fulfillment)).isEqualTo(BookingState.SETTLED);
        assertThat(counts(setup).approvals()).isEqualTo(1);
        assertThat(counts(setup).invoicesCreated()).isEqualTo(1);
    }

    @Test
    void looksForWhatADeadDrainHadUnderWay() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment sent = setup.handle(order().id("1").item("1", "125"));
        Fulfillment unsent = setup.handle(order().id("2").item("1", "250"));
        List<Claimed> claimed = claim(setup);
        assertThat(claimed).hasSize(2);
        Claimed first = claimed.stream()
                .filter(c -> c.booking().fulfillment().equals(sent.id()))
                .findFirst()
                .orElseThrow();
        assertThat(setup.system().create(first.draft())).isInstanceOf(Outcome.Accepted.class);

        setup.drain();
        assertThat(setup.booking(sent).state()).isEqualTo(BookingState.SETTLED);
        assertThat(setup.booking(unsent).state()).isEqualTo(BookingState.SUSPECT);

        assertThat(drainedLater(setup, unsent)).isEqualTo(BookingState.SETTLED);
        assertThat(counts(setup).invoicesCreated()).isEqualTo(2);
        assertThat(counts(setup).duplicates()).isZero();
    }

    @Test
    void doesNotLetSearchingPutOffTheDayAbsenceCounts() {
        Setup setup = Setup.of(context, billy, false);
        once(setup, "POST /invoices", new Effect.ResetBefore());
        Fulfillment fulfillment = setup.handle(order().item("1", "125"));
        Instant sent = CLOCK.instant();
        Instant again = setup.drain().orElseThrow();

        while (setup.booking(fulfillment).state() != BookingState.SETTLED) {
            assertThat(again).isBefore(sent.plus(LATER).plusSeconds(5));
            CLOCK.set(again);
            again = setup.drain().orElse(Instant.MAX);
        }

        assertThat(counts(setup).invoicesCreated()).isEqualTo(1);
    }

    private List<Claimed> claim(Setup setup) {
        Preparing preparing = new Preparing(
                context.getBean(Enricher.class),
                context.getBean(Templates.class).of(setup.company, setup.accounting.id()),
                context.getBean(Rules.class).of(setup.company, setup.accounting.id()),
                setup.system().chart(),
                LedgerArithmetic.DOCUMENT);
        return context.getBean(Claims.class)
                .claim(setup.accounting, preparing, new UUID(9, 9), 50)
                .claimed();
    }

    @Test
    void doesNotRecordWhatALostClaimLedTo() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment fulfillment = setup.handle(order().item("1", "125"));
        Claimed stale = claim(setup).getFirst();
        setup.drain();
        drainedLater(setup, fulfillment);

        context.getBean(Recording.class)
                .record(List.of(new Recording.Result(
                        stale,
                        new Fate.Held(List.of(Problem.Code.REJECTED.with(new Fact.Text(""))), null),
                        CLOCK.instant())));

        assertThat(setup.booking(fulfillment).state()).isEqualTo(BookingState.SETTLED);
    }

    @Test
    void doesNotSendWhatWasClaimedTooLongAgo() {
        Setup setup = Setup.of(context, billy, false);
        setup.handle(order().item("1", "125"));
        Claimed claimed = claim(setup).getFirst();
        CLOCK.advance(Patience.USUAL.sendWithin().plusSeconds(1));

        Fate fate = new Sending(setup.system(), false, Patience.USUAL, CLOCK).attempt(claimed);

        assertThat(fate).isInstanceOf(Fate.Postponed.class);
        assertThat(counts(setup).invoicesCreated()).isZero();
    }

    /** Its turn came too late, or others were turned away before it: it was not looked for, and is no less suspect for that. */
    @Test
    void looksForWhatIsSuspectHoweverOftenItsTurnIsPutOff() {
        Setup setup = Setup.of(context, billy, false);
        once(setup, "POST /invoices", new Effect.LoseAnswer());
        Fulfillment fulfillment = setup.handle(order().item("1", "125"));
        setup.drain();
        for (int i = 0; i < 12; i++) {
            CLOCK.advance(LATER);
            Claimed claimed = claim(setup).getFirst();
            CLOCK.advance(Patience.USUAL.sendWithin().plusSeconds(1));
            Fate fate = new Sending(setup.system(), false, Patience.USUAL, CLOCK).attempt(claimed);
            context.getBean(Recording.class).record(List.of(new Recording.Result(claimed, fate, CLOCK.instant())));
            assertThat(setup.booking(fulfillment).state()).isEqualTo(BookingState.SUSPECT);
        }

        assertThat(drainedLater(setup, fulfillment)).isEqualTo(BookingState.SETTLED);
        assertThat(counts(setup).invoicesCreated()).isEqualTo(1);
    }

    @Test
    void keepsEverythingWhileTheKeyIsRefused() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment fulfillment = setup.handle(order().item("1", "125"));
        billy.admin()
                .faults()
                .order(FaultRule.on("*", new Effect.Status(401, "OAUTH_INVALID_ACCESS_TOKEN", null))
                        .withOrganization(setup.keys.organizationId())
                        .withTimes(1));

        setup.drain();
        assertThat(setup.booking(fulfillment).state()).isIn(BookingState.WAITING, BookingState.SUSPECT);

        assertThat(drainedLater(setup, fulfillment)).isEqualTo(BookingState.SETTLED);
        assertThat(counts(setup).invoicesCreated()).isEqualTo(1);
    }
}
