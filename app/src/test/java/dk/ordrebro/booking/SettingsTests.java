package dk.ordrebro.booking;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.enrichment.chart.ChartWatch;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.Trigger;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.Orders;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Reason;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** What the settings of shops and accounting integrations do to bookings. Orders are placed on Monday, 23 November 2026. */
@SpringBootTest(properties = "ordrebro.drains=off")
@OwnDatabase
class SettingsTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private OrderIntegrations shops;

    @Autowired
    private AccountingIntegrations accountings;

    @Autowired
    private Bookings bookings;

    @Autowired
    private Handling handling;

    @Autowired
    private Orders orders;

    @Autowired
    private DryRun dryRun;

    @Autowired
    private ChartWatch charts;

    private Setup setup;

    @BeforeAll
    static void startBilly() {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
    }

    @AfterAll
    static void stopBilly() {
        billy.close();
    }

    @BeforeEach
    void makeACompany() {
        setup = Setup.of(context, billy, false);
    }

    private void change(Trigger trigger, @Nullable LocalDate startDate) {
        OrderIntegration shop = setup.shop;
        shops.save(new OrderIntegration(
                shop.company(),
                shop.id(),
                shop.name(),
                shop.platform(),
                shop.shopKey(),
                shop.accounting(),
                shop.freightRule(),
                shop.contactMode(),
                shop.productMode(),
                shop.standAloneCreditNotes(),
                true,
                trigger,
                startDate,
                false));
    }

    private BookingState drained(Fulfillment fulfillment) {
        setup.drain();
        return setup.booking(fulfillment).state();
    }

    @Test
    void skipsWhatWasOrderedBeforeTheStartDateAndSaysSo() {
        change(Trigger.HANDLED, MONDAY.plusDays(1));

        Fulfillment early = setup.handle(order().item("1", "100"));

        assertThat(drained(early)).isEqualTo(BookingState.SKIPPED);
        assertThat(setup.booking(early).reasons())
                .containsExactly(Obstacle.BEFORE_START.with(
                        new Fact.Day(LocalDate.of(2026, 11, 23)), new Fact.Day(LocalDate.of(2026, 11, 24))));
        assertThat(setup.booking(early).attempts()).isZero();
    }

    @Test
    void booksWhatWasOrderedOnTheStartDate() {
        change(Trigger.HANDLED, MONDAY);

        assertThat(drained(setup.handle(order().item("1", "100")))).isEqualTo(BookingState.SETTLED);
    }

    @Test
    void creditsWhatItHasBookedWhateverTheStartDateBecomes() {
        // only an approved invoice can be credited
        setup = Setup.of(context, billy, true);
        Fulfillment booked = setup.handle(order().item("1", "100"));
        setup.drain();
        change(Trigger.HANDLED, MONDAY.plusDays(1));

        Fulfillment undone = handling.undo(setup.company, booked.id(), Given.HANDLED);

        assertThat(drained(undone)).isEqualTo(BookingState.SETTLED);
    }

    @Test
    void creditsNothingOfWhatItSkipped() {
        change(Trigger.HANDLED, MONDAY.plusDays(1));
        Fulfillment early = setup.handle(order().item("1", "100"));
        setup.drain();

        Fulfillment undone = handling.undo(setup.company, early.id(), Given.HANDLED);

        assertThat(drained(undone)).isEqualTo(BookingState.SKIPPED);
    }

    @Test
    void saysInAPreviewThatTheOrderIsTooEarly() {
        change(Trigger.HANDLED, MONDAY.plusDays(1));

        var preview = dryRun.preview(
                setup.company, order().from(setup.shop).item("1", "100").build());

        assertThat(preview.wouldSend()).isFalse();
        assertThat(preview.hold()).extracting(Reason::code).containsExactly("BEFORE_START");
    }

    @Test
    void booksAnOrderThatComesInWhereTheShopWantsThat() {
        change(Trigger.RECEIVED, null);

        OrderId id = setup.keep(order().item("1", "100"));

        Fulfillment made = orders.fulfillments(setup.company, id).getFirst();
        assertThat(drained(made)).isEqualTo(BookingState.SETTLED);
    }

    @Test
    void letsThingsWaitWhileSwitchedOff() {
        accountings.save(setup.accounting.switched(false));
        Fulfillment made = setup.handle(order().item("1", "100"));

        assertThat(drained(made)).isEqualTo(BookingState.WAITING);
        accountings.save(setup.accounting);
        assertThat(drained(made)).isEqualTo(BookingState.SETTLED);
    }

    @Test
    void holdsForAPersonWhatARetiredIntegrationWasToBook() {
        accountings.save(setup.accounting.retire());
        Fulfillment made = setup.handle(order().item("1", "100"));

        assertThat(drained(made)).isEqualTo(BookingState.HELD);

        assertThat(setup.booking(made).reasons())
                .containsExactly(Obstacle.ACCOUNTING_RETIRED.with(new Fact.Text(setup.accounting.name())));
    }

    @Test
    void booksWhatIsReleasedAfterTheIntegrationCameBack() {
        accountings.save(setup.accounting.retire());
        Fulfillment made = setup.handle(order().item("1", "100"));
        setup.drain();
        accountings.save(setup.accounting.retire().bringBack());

        bookings.release(setup.company, List.of(setup.booking(made).id()), "ejer@butik.example");

        assertThat(drained(made)).isEqualTo(BookingState.SETTLED);
    }

    @Test
    void remembersTheChartItBooksWith() {
        setup.handle(order().item("1", "100"));

        setup.drain();

        assertThat(charts.latest(setup.company, setup.accounting.id()))
                .get()
                .isEqualTo(setup.system().chart());
    }
}
