package dk.ordrebro.booking.drain;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ordrebro.SettableClock;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.Lookup;
import dk.ordrebro.accounting.Outcome;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetic;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.billysimulator.fault.Effect;
import dk.ordrebro.billysimulator.fault.FaultRule;
import dk.ordrebro.booking.Approvals;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.Corrections;
import dk.ordrebro.booking.NotSkippable;
import dk.ordrebro.booking.Remaking;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.booking.Stage;
import dk.ordrebro.booking.Standings;
import dk.ordrebro.booking.totals.DailyTotals;
import dk.ordrebro.booking.totals.Pile;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.enrichment.Enricher;
import dk.ordrebro.enrichment.rule.Rules;
import dk.ordrebro.enrichment.template.Templates;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.NotHandleable;
import dk.ordrebro.order.OrderState;
import dk.ordrebro.order.Orders;
import dk.ordrebro.question.Reason;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The documents of an order: where they stand is read and never assumed, and no piece ever stands on two that live. */
@SpringBootTest(properties = "ordrebro.drains=off")
@OwnDatabase
class DocumentTests {

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-11-23T09:00:00Z"));
    private static final String DELETE = "DELETE /invoices/{id}";

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Handling handling;

    @Autowired
    private Orders orders;

    @Autowired
    private Standings standings;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Remaking remaking;

    @Autowired
    private Corrections corrections;

    @Autowired
    private DailyTotals totals;

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
        CLOCK.advance(Duration.ofMinutes(1));
    }

    private Fulfillment drafted(Setup setup) {
        Fulfillment delivery = setup.handle(order().item("2", "125"));
        setup.drain();
        assertThat(setup.booking(delivery).stage()).isEqualTo(Stage.DRAFT);
        CLOCK.advance(Duration.ofSeconds(10));
        return delivery;
    }

    private static InvoiceId document(Setup setup, Fulfillment one) {
        return requireNonNull(setup.booking(one).invoice());
    }

    private static void approveInBilly(Setup setup, Fulfillment one) {
        assertThat(setup.system().approve(document(setup, one))).isInstanceOf(Outcome.Accepted.class);
    }

    private Fulfillment undo(Setup setup, Fulfillment delivery) {
        return handling.undo(setup.company, delivery.id(), CLOCK.instant());
    }

    private static void drainOften(Setup setup) {
        for (int i = 0; i < 6; i++) {
            CLOCK.advance(Patience.USUAL.absentCountsAfter().plusSeconds(1));
            setup.drain();
        }
    }

    /** What lives in Billy, by an independent listing. */
    private static List<Invoice> living(Setup setup) {
        List<Invoice> living = new ArrayList<>();
        setup.system().invoices(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31), invoice -> {
            if (invoice.state() != Invoice.State.VOIDED) {
                living.add(invoice);
            }
        });
        return living;
    }

    private OrderState state(Setup setup, Fulfillment one) {
        return orders.find(setup.company, one.order()).orElseThrow().state();
    }

    private List<Fulfillment> handleAgain(Setup setup, Fulfillment one) {
        return handling.handleAll(setup.company, List.of(new Handling.Whole(one.order(), CLOCK.instant(), null)));
    }

    private void once(Setup setup, String route, Effect effect) {
        billy.admin()
                .faults()
                .order(FaultRule.on(route, effect)
                        .withOrganization(setup.keys.organizationId())
                        .withTimes(1));
    }

    @Test
    void deletesTheDraftOfWhatIsUndoneAndFreesItsPieces() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment delivery = drafted(setup);

        Fulfillment undone = undo(setup, delivery);
        assertThat(state(setup, delivery)).isEqualTo(OrderState.HANDLED);
        assertThat(handleAgain(setup, delivery)).isEmpty();
        setup.drain();

        assertThat(living(setup)).isEmpty();
        assertThat(setup.booking(delivery).stage()).isEqualTo(Stage.TAKEN_BACK);
        assertThat(setup.booking(undone).stage()).isEqualTo(Stage.TAKEN_BACK);
        assertThat(state(setup, delivery)).isEqualTo(OrderState.OPEN);
        assertThat(totals.pile(setup.company, Standing.DRAFT)).isEqualTo(Pile.EMPTY);
        assertThat(handleAgain(setup, delivery)).hasSize(1);
        setup.drain();
        assertThat(living(setup)).hasSize(1);
    }

    @Test
    void creditsWhatWasApprovedMeanwhile() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment delivery = drafted(setup);
        approveInBilly(setup, delivery);

        Fulfillment undone = undo(setup, delivery);
        setup.drain();

        assertThat(living(setup))
                .extracting(Invoice::type)
                .containsExactlyInAnyOrder(DocumentType.INVOICE, DocumentType.CREDIT_NOTE);
        assertThat(setup.booking(undone).state()).isEqualTo(BookingState.SETTLED);
        assertThat(state(setup, delivery)).isEqualTo(OrderState.OPEN);
    }

    static List<Effect> troubles() {
        return List.of(
                new Effect.LoseAnswer(),
                new Effect.ResetBefore(),
                new Effect.HalfBody(),
                new Effect.Html(502),
                new Effect.Status(500, "INTERNAL_ERROR", null),
                new Effect.Status(429, "TOO_MANY_REQUESTS", 30),
                new Effect.Status(401, "OAUTH_INVALID_ACCESS_TOKEN", null));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void takesTheDraftAwayOnceWhateverBecomesOfTheCall(Effect trouble) {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment delivery = drafted(setup);
        once(setup, DELETE, trouble);

        Fulfillment undone = undo(setup, delivery);
        setup.drain();
        boolean through = setup.booking(undone).stage() == Stage.TAKEN_BACK;
        assertThat(handleAgain(setup, delivery)).hasSize(through ? 1 : 0);
        drainOften(setup);

        assertThat(setup.booking(undone).stage()).isEqualTo(Stage.TAKEN_BACK);
        assertThat(setup.booking(delivery).stage()).isEqualTo(Stage.TAKEN_BACK);
        assertThat(living(setup))
                .hasSizeLessThanOrEqualTo(1)
                .allSatisfy(one -> assertThat(one.reference())
                        .isNotEqualTo(setup.booking(delivery).reference().value()));
    }

    @Test
    void creditsWhatIsApprovedWhileTheCallToDeleteItWasLost() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment delivery = drafted(setup);
        once(setup, DELETE, new Effect.ResetBefore());

        Fulfillment undone = undo(setup, delivery);
        setup.drain();
        approveInBilly(setup, delivery);
        drainOften(setup);

        assertThat(setup.booking(undone).state()).isEqualTo(BookingState.SETTLED);
        assertThat(living(setup)).hasSize(2);
        assertThat(state(setup, delivery)).isEqualTo(OrderState.OPEN);
    }

    @Test
    void goesOnWhereADrainDiedBetweenItsClaimAndTheCall() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment delivery = drafted(setup);
        Fulfillment undone = undo(setup, delivery);
        Preparing preparing = new Preparing(
                context.getBean(Enricher.class),
                context.getBean(Templates.class).of(setup.company, setup.accounting.id()),
                context.getBean(Rules.class).of(setup.company, setup.accounting.id()),
                setup.system().chart(),
                LedgerArithmetic.DOCUMENT);
        assertThat(context.getBean(Claims.class)
                        .claim(setup.accounting, preparing, new UUID(9, 9), 50)
                        .claimed())
                .hasSize(1);

        drainOften(setup);

        assertThat(setup.booking(undone).stage()).isEqualTo(Stage.TAKEN_BACK);
        assertThat(living(setup)).isEmpty();
    }

    @Test
    void asksAPersonWhereBillyWillNotDelete() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment delivery = drafted(setup);
        once(setup, DELETE, new Effect.Status(422, "OTHER", null));

        Fulfillment undone = undo(setup, delivery);
        setup.drain();

        assertThat(setup.booking(undone).state()).isEqualTo(BookingState.HELD);
        assertThat(handleAgain(setup, delivery)).isEmpty();
        assertThatThrownBy(() -> handling.handle(
                        setup.company, delivery.order(), Map.of("1", BigDecimal.ONE), CLOCK.instant(), null))
                .isInstanceOf(NotHandleable.class);
        context.getBean(Bookings.class)
                .release(setup.company, List.of(setup.booking(undone).id()), "bo");
        setup.drain();
        assertThat(living(setup)).isEmpty();
    }

    @Test
    void closesAtOnceWhatNeverReachedBilly() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment held = setup.handle(order().to("", "").item("1", "125"));
        setup.drain();
        assertThat(setup.booking(held).state()).isEqualTo(BookingState.HELD);

        undo(setup, held);

        assertThat(setup.booking(held).stage()).isEqualTo(Stage.TAKEN_BACK);
        assertThat(state(setup, held)).isEqualTo(OrderState.OPEN);
    }

    @Test
    void letsAReturnOfADraftWaitUntilItIsApprovedAndGoOnByItself() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment delivery = drafted(setup);
        String line = delivery.lines().getFirst().lineKey();
        Fulfillment back =
                handling.takeBack(setup.company, delivery.id(), Map.of(line, BigDecimal.ONE), CLOCK.instant(), null);
        setup.drain();
        assertThat(setup.booking(back).reasons()).extracting(Reason::code).containsExactly("ORIGINAL_IS_DRAFT");

        approveInBilly(setup, delivery);
        CLOCK.advance(Duration.ofSeconds(5));
        standings.look(setup.company, List.of(setup.booking(delivery).id()));
        setup.drain();

        assertThat(setup.booking(back).state()).isEqualTo(BookingState.SETTLED);
        assertThat(living(setup)).hasSize(2);
    }

    @Test
    void letsAReturnOfADraftGoOnWhereItIsApprovedFromHere() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment delivery = drafted(setup);
        String line = delivery.lines().getFirst().lineKey();
        Fulfillment back =
                handling.takeBack(setup.company, delivery.id(), Map.of(line, BigDecimal.ONE), CLOCK.instant(), null);
        setup.drain();
        assertThat(setup.booking(back).reasons()).extracting(Reason::code).containsExactly("ORIGINAL_IS_DRAFT");

        approvals.approve(
                setup.company,
                UUID.randomUUID(),
                List.of(setup.booking(delivery).id()),
                "bo");
        setup.drain();

        assertThat(setup.booking(back).state()).isEqualTo(BookingState.SETTLED);
        assertThat(living(setup)).hasSize(2);
    }

    @Test
    void closesWhatIsUndoneAlsoWhereItWasToBeApprovedMeanwhile() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment delivery = drafted(setup);
        Fulfillment undone = undo(setup, delivery);
        once(setup, DELETE, new Effect.Status(500, "OTHER", null));
        setup.drain();
        approvals.approve(
                setup.company,
                UUID.randomUUID(),
                List.of(setup.booking(delivery).id()),
                "bo");
        CLOCK.advance(Duration.ofMinutes(1));

        setup.drain();
        drainOften(setup);

        assertThat(setup.booking(undone).state()).isEqualTo(BookingState.SETTLED);
        assertThat(setup.booking(delivery).stage()).isEqualTo(Stage.APPROVED);
        assertThat(living(setup)).hasSize(2);
        assertThat(state(setup, delivery)).isEqualTo(OrderState.OPEN);
    }

    @Test
    void makesNothingAgainThatIsBeingUndone() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment delivery = drafted(setup);
        BookingId id = setup.booking(delivery).id();
        setup.system().delete(document(setup, delivery));
        standings.look(setup.company, List.of(id));
        undo(setup, delivery);

        assertThatThrownBy(() -> remaking.again(setup.company, id, "bo")).isInstanceOf(NotSkippable.class);
        drainOften(setup);

        assertThat(setup.booking(delivery).stage()).isEqualTo(Stage.TAKEN_BACK);
        assertThat(living(setup)).isEmpty();
    }

    @Test
    void takesTheDraftAwayWhereAllOfItCameBack() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment delivery = drafted(setup);
        String line = delivery.lines().getFirst().lineKey();
        handling.takeBack(setup.company, delivery.id(), Map.of(line, BigDecimal.ONE), CLOCK.instant(), "a");
        setup.drain();
        handling.takeBack(setup.company, delivery.id(), Map.of(line, BigDecimal.ONE), CLOCK.instant(), "b");
        setup.drain();

        assertThat(living(setup)).isEmpty();
        assertThat(context.getBean(Bookings.class).ofOrder(setup.company, delivery.order()))
                .extracting(Booking::stage)
                .containsOnly(Stage.TAKEN_BACK);
        assertThat(state(setup, delivery)).isEqualTo(OrderState.HANDLED);
    }

    @Test
    void readsBackWhatAPersonDidInBilly() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment approved = setup.handle(order().id("1").item("1", "125"));
        Fulfillment deleted = setup.handle(order().id("2").item("1", "250"));
        Fulfillment voided = setup.handle(order().id("3").item("1", "500"));
        Fulfillment left = setup.handle(order().id("4").item("1", "100"));
        setup.drain();
        assertThat(totals.pile(setup.company, Standing.DRAFT).documents()).isEqualTo(4);
        approveInBilly(setup, approved);
        setup.system().delete(document(setup, deleted));
        approveInBilly(setup, voided);
        billy.admin()
                .voidInvoice(
                        setup.keys.organizationId(), document(setup, voided).value());
        CLOCK.advance(Duration.ofSeconds(5));

        standings.look(
                setup.company,
                List.of(approved, deleted, voided, left).stream()
                        .map(one -> setup.booking(one).id())
                        .toList());

        assertThat(setup.booking(approved).stage()).isEqualTo(Stage.APPROVED);
        assertThat(setup.booking(approved).invoiceNumber()).isNotNull();
        assertThat(setup.booking(deleted).stage()).isEqualTo(Stage.GONE);
        assertThat(setup.booking(voided).stage()).isEqualTo(Stage.VOIDED);
        assertThat(totals.pile(setup.company, Standing.DRAFT))
                .satisfies(pile -> assertThat(pile.documents()).isEqualTo(1))
                .satisfies(pile -> assertThat(pile.gross().toString()).isEqualTo("[DKK 100.00]"));
        assertThat(totals.pile(setup.company, Standing.GONE).gross().toString()).isEqualTo("[DKK 250.00]");
    }

    @Test
    void takesAListingButNoOlderOneThanWhatIsKnown() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment delivery = drafted(setup);
        List<Invoice> asDraft = living(setup);
        Instant before = CLOCK.instant();
        approveInBilly(setup, delivery);
        CLOCK.advance(Duration.ofSeconds(5));

        assertThat(standings.observe(setup.company, setup.accounting.id(), living(setup), CLOCK.instant()))
                .isEqualTo(1);
        assertThat(standings.observe(setup.company, setup.accounting.id(), asDraft, before))
                .isZero();

        assertThat(setup.booking(delivery).stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    void approvesFromHereAfterComparingAgain() {
        Setup setup = Setup.of(context, billy, false);
        List<BookingId> drafts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            drafts.add(setup.booking(setup.handle(order().id("a" + i).item("1", "125")))
                    .id());
        }
        setup.drain();
        UUID one = UUID.randomUUID();
        UUID rest = UUID.randomUUID();

        assertThat(approvals.approve(setup.company, one, drafts.subList(0, 1), "bo"))
                .isEqualTo(1);
        setup.drain();
        assertThat(approvals.progress(setup.company, one)).isEqualTo(new Approvals.Progress(0, 1, 0, 0, 0));
        assertThat(totals.pile(setup.company, Standing.APPROVED).documents()).isEqualTo(1);

        assertThat(approvals.approveAll(setup.company, rest, "bo")).isEqualTo(4);
        assertThat(approvals.approveAll(setup.company, rest, "bo")).isZero();
        approvals.stop(setup.company, rest, "bo");
        assertThat(approvals.progress(setup.company, rest)).isEqualTo(new Approvals.Progress(0, 0, 0, 4, 0));
        assertThat(totals.pile(setup.company, Standing.DRAFT).documents()).isEqualTo(4);

        assertThat(approvals.approveAll(setup.company, UUID.randomUUID(), "bo")).isEqualTo(4);
        setup.drain();
        assertThat(living(setup)).hasSize(5).allMatch(invoice -> invoice.state() == Invoice.State.APPROVED);
        assertThat(totals.pile(setup.company, Standing.DRAFT)).isEqualTo(Pile.EMPTY);
    }

    @Test
    void makesAgainWhatIsGoneWithItsOwnDate() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment delivery = drafted(setup);
        Booking first = setup.booking(delivery);
        setup.system().delete(document(setup, delivery));
        assertThatThrownBy(() -> remaking.again(setup.company, first.id(), "bo"))
                .isInstanceOf(NotSkippable.class);
        standings.look(setup.company, List.of(first.id()));
        CLOCK.advance(Duration.ofDays(9));

        BookingId again = remaking.again(setup.company, first.id(), "bo");
        setup.drain();

        Booking second =
                context.getBean(Bookings.class).find(setup.company, again).orElseThrow();
        assertThat(second.stage()).isEqualTo(Stage.DRAFT);
        assertThat(second.day()).isEqualTo(first.day());
        assertThat(second.reference().value()).isEqualTo(first.reference().value() + ".2");
        assertThat(living(setup)).singleElement().extracting(Invoice::date).isEqualTo(first.day());
        assertThatThrownBy(() -> remaking.again(setup.company, first.id(), "bo"))
                .isInstanceOf(NotSkippable.class);
    }

    @Test
    void letsADocumentBeGoneWithAReason() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment delivery = drafted(setup);
        setup.system().delete(document(setup, delivery));
        BookingId id = setup.booking(delivery).id();
        standings.look(setup.company, List.of(id));

        remaking.accept(setup.company, id, "faktureret i hånden", "bo");

        assertThat(setup.booking(delivery).state()).isEqualTo(BookingState.SKIPPED);
        assertThat(totals.pile(setup.company, Standing.GONE)).isEqualTo(Pile.EMPTY);
        assertThat(state(setup, delivery)).isEqualTo(OrderState.HANDLED);
    }

    @Test
    void neverTouchesAnApprovedDocumentWhenAskedToDeleteIt() {
        Setup setup = Setup.of(context, billy, true);
        Fulfillment delivery = setup.handle(order().item("1", "125"));
        setup.drain();

        setup.system().delete(document(setup, delivery));

        assertThat(setup.system().read(document(setup, delivery))).isInstanceOf(Lookup.Found.class);
        assertThat(billy.admin().counters(setup.keys.organizationId()).callsOf(DELETE))
                .isZero();
    }

    @Test
    void findsWhatWentToAnAccountSinceADay() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment one = setup.handle(order().id("1").item("1", "125"));
        Fulfillment other = setup.handle(order().id("2").item("1", "250").freight("39"));
        setup.drain();
        LocalDate day = setup.booking(one).day();

        assertThat(corrections.using(setup.company, new AccountNumber(1110), day))
                .extracting(used -> used.booking().fulfillment())
                .containsExactlyInAnyOrder(one.id(), other.id());
        assertThat(corrections.using(setup.company, new AccountNumber(1115), day))
                .singleElement()
                .satisfies(used -> assertThat(used.gross().toString()).isEqualTo("DKK 289.00"));
        assertThat(corrections.using(setup.company, new AccountNumber(1110), day.plusDays(1)))
                .isEmpty();

        undo(setup, other);
        assertThat(corrections.using(setup.company, new AccountNumber(1110), day))
                .extracting(used -> used.booking().fulfillment())
                .containsExactly(one.id());
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void approvesOnceWhateverBecomesOfTheCall(Effect trouble) {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment delivery = drafted(setup);
        once(setup, "PUT /invoices/{id}", trouble);

        approvals.approve(
                setup.company,
                UUID.randomUUID(),
                List.of(setup.booking(delivery).id()),
                "bo");
        setup.drain();
        drainOften(setup);

        assertThat(setup.booking(delivery).stage()).isEqualTo(Stage.APPROVED);
        assertThat(billy.admin().counters(setup.keys.organizationId()).approvals())
                .isEqualTo(1);
    }

    @Test
    void saysThatItIsGoneWhatWasToBeApproved() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment delivery = drafted(setup);
        setup.system().delete(document(setup, delivery));

        approvals.approve(
                setup.company,
                UUID.randomUUID(),
                List.of(setup.booking(delivery).id()),
                "bo");
        setup.drain();

        assertThat(setup.booking(delivery).state()).isEqualTo(BookingState.HELD);
        assertThat(setup.booking(delivery).standing()).isEqualTo(Standing.GONE);
        BookingId again = remaking.again(setup.company, setup.booking(delivery).id(), "bo");
        setup.drain();
        assertThat(context.getBean(Bookings.class)
                        .find(setup.company, again)
                        .orElseThrow()
                        .stage())
                .isEqualTo(Stage.DRAFT);
    }

    @Test
    void makesWhatAShopHandledAgainOnlyOnceTheOldDraftIsAway() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment delivery = drafted(setup);
        once(setup, DELETE, new Effect.Status(422, "OTHER", null));
        Fulfillment undone = undo(setup, delivery);
        Fulfillment anew = handling.handleAll(
                        setup.company, List.of(new Handling.Whole(delivery.order(), CLOCK.instant(), "shop-2")))
                .getFirst();

        setup.drain();
        assertThat(setup.booking(undone).state()).isEqualTo(BookingState.HELD);
        assertThat(living(setup)).hasSize(1);
        assertThat(setup.booking(anew).state()).isEqualTo(BookingState.WAITING);

        context.getBean(Bookings.class)
                .release(setup.company, List.of(setup.booking(undone).id()), "bo");
        drainOften(setup);

        assertThat(setup.booking(anew).stage()).isEqualTo(Stage.DRAFT);
        assertThat(living(setup))
                .singleElement()
                .extracting(Invoice::reference)
                .isEqualTo(setup.booking(anew).reference().value());
    }

    @Test
    void readsAgainSoonWhatSomebodyLookedAt() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment delivery = drafted(setup);
        BookingId id = setup.booking(delivery).id();
        approveInBilly(setup, delivery);
        CLOCK.advance(Duration.ofMinutes(2));

        standings.lookSoon(setup.company, id);
        standings.lookSoon(setup.company, id);

        String task = context.getBean(JdbcClient.class)
                .sql("select task_instance from scheduled_tasks where task_name = 'look' and task_instance like ?")
                .param(setup.company + "/%")
                .query(String.class)
                .single();
        JdbcStandings.look(standings, task);
        assertThat(setup.booking(delivery).stage()).isEqualTo(Stage.APPROVED);
    }
}
