package dk.ordrebro.proof;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dk.ordrebro.SettableClock;
import dk.ordrebro.activity.Activities;
import dk.ordrebro.activity.Activity;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.billysimulator.fault.Effect;
import dk.ordrebro.billysimulator.fault.FaultRule;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.booking.Stage;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.order.Fulfillment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** The proof that runs by itself, with a clock that a test moves. */
@SpringBootTest(properties = "ordrebro.drains=off")
@OwnDatabase
class NightlyProofTests {

    private static final Instant HANDLED_DAY = Given.HANDLED;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Duration NIGHT = Duration.ofDays(1);

    private static final SettableClock CLOCK = new SettableClock(HANDLED_DAY);

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Proof proof;

    @Autowired
    private NightlyProof nights;

    @Autowired
    private NightSchedule schedule;

    @Autowired
    private Activities activities;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

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
    void startAtTheDayOfTheOrders() {
        CLOCK.set(HANDLED_DAY);
        billy.admin().faults().clear();
        jdbc.sql("delete from scheduled_tasks").update();
    }

    private boolean night(Setup setup) {
        return nights.run(setup.company, setup.accounting.id(), true);
    }

    private Night result(Setup setup) {
        return proof.night(setup.company, setup.accounting.id()).orElseThrow();
    }

    private List<String> told(Setup setup) {
        return activities.page(setup.company, OptionalLong.empty(), 100).stream()
                .filter(entry -> entry.subject().equals("proof"))
                .map(Activity::verb)
                .toList();
    }

    private Fulfillment booked(Setup setup) {
        Fulfillment one = setup.handle(order().id("1").item("1", "125"));
        setup.drain();
        return one;
    }

    private void voidInBilly(Setup setup, Fulfillment one) {
        billy.admin()
                .voidInvoice(
                        setup.keys.organizationId(),
                        requireNonNull(setup.booking(one).invoice()).value());
    }

    @Test
    void comparesTheDaysBeforeAndSaysThatTheyAgree() {
        Setup setup = Setup.of(context, billy, true);
        booked(setup);
        CLOCK.advance(NIGHT);

        assertThat(night(setup)).isTrue();

        assertThat(result(setup).result()).isEqualTo(Night.Result.AGREES);
        assertThat(result(setup).invoices()).isEqualTo(1);
        assertThat(result(setup).through()).isEqualTo(DAY);
        assertThat(told(setup)).containsExactly("night-agrees");
    }

    @Test
    void leavesTheDayThatIsNotOverAlone() {
        Setup setup = Setup.of(context, billy, true);
        booked(setup);

        night(setup);

        assertThat(result(setup).invoices()).isZero();
        assertThat(result(setup).through()).isEqualTo(DAY.minusDays(1));
    }

    @Test
    void findsAPlantedLossAndLooksAgainAtOldDaysUntilTheyAreMended() {
        Setup setup = Setup.of(context, billy, true);
        Fulfillment one = booked(setup);
        voidInBilly(setup, one);
        CLOCK.advance(NIGHT);
        night(setup);
        assertThat(result(setup).result()).isEqualTo(Night.Result.DISAGREES);
        assertThat(proof.hasFindings(setup.company, setup.accounting.id())).isTrue();
        Instant since = result(setup).since();

        CLOCK.advance(Duration.ofDays(20));
        night(setup);

        assertThat(result(setup).olderDays()).isEqualTo(1);
        assertThat(result(setup).result()).isEqualTo(Night.Result.DISAGREES);
        assertThat(result(setup).since()).isEqualTo(since);
        assertThat(told(setup)).containsExactly("night-disagrees", "night-disagrees");
    }

    @Test
    void comparesABoundedNumberOfOldDays() {
        Setup setup = Setup.of(context, billy, true);
        for (int i = 0; i < 3 * NightlyProof.OLDER_DAYS; i++) {
            jdbc.sql(
                            "insert into proof_finding (company_id, accounting_integration_id, day, number, order_integration_id, kind, reference, facts)"
                                    + " values (?, ?, ?, 0, ?, 'INVOICE_MISSING', 'x', '[]')")
                    .params(
                            setup.company.value(),
                            setup.accounting.id().value(),
                            DAY.minusDays(30L + i),
                            setup.shop.id().value())
                    .update();
        }

        night(setup);

        assertThat(result(setup).olderDays()).isEqualTo(NightlyProof.OLDER_DAYS);
    }

    @Test
    void saysThatTheProgramCouldNotBeAskedAndKeepsWhatWasKnown() {
        Setup setup = Setup.of(context, billy, true);
        booked(setup);
        CLOCK.advance(NIGHT);
        night(setup);
        billy.admin().faults().order(FaultRule.on("*", new Effect.Status(503, "UNAVAILABLE", null)));

        CLOCK.advance(NIGHT);
        assertThat(nights.run(setup.company, setup.accounting.id(), false)).isFalse();
        assertThat(result(setup).result()).isEqualTo(Night.Result.AGREES);
        assertThat(night(setup)).isFalse();

        assertThat(result(setup).result()).isEqualTo(Night.Result.UNAVAILABLE);
        assertThat(proof.report(setup.company, setup.accounting.id(), DAY, DAY).days())
                .hasSize(1);
        assertThat(told(setup)).containsExactly("night-unavailable", "night-agrees");
    }

    @Test
    void runsOnceANightInCopenhagenAlsoWhenTheClocksChange() {
        Setup setup = Setup.of(context, billy, true);
        booked(setup);
        var schedulerClock = new com.github.kagkarlsson.scheduler.testhelper.SettableClock();
        schedulerClock.set(Instant.parse("2027-03-26T12:00:00Z"));
        ManualScheduler scheduler = TestHelper.createManualScheduler(database, List.of(schedule.one()))
                .clock(schedulerClock)
                .startTasks(List.of(schedule.all()))
                .start();

        List<Instant> nightsRun = new ArrayList<>();
        for (int quarter = 0; quarter < 3 * 24 * 4; quarter++) {
            scheduler.tick(Duration.ofMinutes(15));
            CLOCK.set(schedulerClock.now());
            scheduler.runAnyDueExecutions();
            proof.night(setup.company, setup.accounting.id())
                    .map(Night::ranAt)
                    .filter(at -> !nightsRun.contains(at))
                    .ifPresent(nightsRun::add);
        }
        scheduler.stop();

        assertThat(nightsRun).hasSize(3);
        assertThat(nightsRun)
                .allSatisfy(at ->
                        assertThat(at.atZone(NightlyProof.COPENHAGEN).getHour()).isBetween(3, 4));
    }

    @Test
    void asksAgainLaterInTheNightAndGivesUpAfterSixTries() {
        Setup setup = Setup.of(context, billy, true);
        billy.admin()
                .faults()
                .order(FaultRule.on("*", new Effect.Status(503, "UNAVAILABLE", null))
                        .withOrganization(setup.keys.organizationId()));
        var schedulerClock = new com.github.kagkarlsson.scheduler.testhelper.SettableClock();
        schedulerClock.set(HANDLED_DAY);
        ManualScheduler scheduler = TestHelper.createManualScheduler(database, List.of(schedule.one()))
                .clock(schedulerClock)
                .start();
        scheduler.schedule(schedule.one().instance(setup.company + "/" + setup.accounting.id()), HANDLED_DAY);

        for (int tries = 1; tries < 6; tries++) {
            scheduler.runAnyDueExecutions();
            assertThat(proof.night(setup.company, setup.accounting.id())).isEmpty();
            scheduler.tick(Duration.ofMinutes(21));
        }
        scheduler.runAnyDueExecutions();
        scheduler.stop();

        assertThat(result(setup).result()).isEqualTo(Night.Result.UNAVAILABLE);
        assertThat(told(setup)).containsExactly("night-unavailable");
    }

    @Test
    void readsBackWhatAPersonDidInTheAccountingProgram() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment approved = booked(setup);
        Fulfillment deleted = setup.handle(order().id("2").item("1", "250"));
        setup.drain();
        assertThat(setup.booking(approved).stage()).isEqualTo(Stage.DRAFT);
        setup.system().approve(requireNonNull(setup.booking(approved).invoice()));
        setup.system().delete(requireNonNull(setup.booking(deleted).invoice()));
        CLOCK.advance(NIGHT);

        night(setup);

        assertThat(setup.booking(approved).stage()).isEqualTo(Stage.APPROVED);
        assertThat(setup.booking(approved).invoiceNumber()).isNotNull();
        assertThat(setup.booking(deleted).stage()).isEqualTo(Stage.GONE);
    }
}
