package dk.ordrebro.booking.newest;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.Lookup;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.Obstacle;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.booking.edit.OrderEdits;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.enrichment.GivenOrder;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.proof.Bridge;
import dk.ordrebro.proof.Proof;
import dk.ordrebro.question.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** An order corrected in the shop before anything was booked ends right with one click, dated when it was delivered. */
@SpringBootTest(properties = "ordrebro.drains=off")
@OwnDatabase
class NewestRevisionTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Bookings bookings;

    @Autowired
    private OrderEdits edits;

    @Autowired
    private Proof proof;

    @BeforeAll
    static void startBilly() {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
    }

    @AfterAll
    static void stopBilly() {
        billy.close();
    }

    private static GivenOrder withoutCountry() {
        return order().id("1").to("", "8000").item("2", "50").freight("39");
    }

    private Setup setup;

    @BeforeEach
    void setUp() {
        setup = Setup.of(context, billy, false);
    }

    private Booking held(GivenOrder order) {
        Fulfillment delivery = setup.handle(order);
        setup.drain();
        Booking booking = setup.booking(delivery);
        assertThat(booking.state()).isEqualTo(BookingState.HELD);
        return booking;
    }

    private Booking tryAgain(Booking booking) {
        assertThat(bookings.release(setup.company, List.of(booking.id()), "ida@example.com"))
                .isEqualTo(1);
        setup.drain();
        return bookings.find(setup.company, booking.id()).orElseThrow();
    }

    @Test
    void readsWhatTheShopSaysNowAndKeepsTheDayOfTheDelivery() {
        Booking held = held(withoutCountry());
        setup.keep(order().id("1").to("DK", "8000").item("2", "40").freight("39"));

        Booking booked = tryAgain(held);

        assertThat(booked.state()).isEqualTo(BookingState.SETTLED);
        AccountingSystem books = setup.system();
        var document = ((Lookup.Found) books.read(requireNonNull(booked.invoice()))).invoice();
        assertThat(document.totals().gross()).hasToString("DKK 119.00");
        assertThat(document.date()).isEqualTo(DAY);
        assertThat(booked.delivered()).hasToString("DKK 119.00");
        assertThat(edits.countOpen(setup.company)).isZero();
        Bridge bridge = proof.bridge(setup.company, setup.accounting.id(), Optional.empty(), DAY.minusDays(60), DAY);
        assertThat(bridge.rows().entrySet())
                .as("what the shop says now is what was invoiced, with nothing to explain")
                .allSatisfy(row -> assertThat(row.getValue().amounts().isZero()).isTrue());

        setup.keep(order().id("1").to("DK", "8000").item("2", "30").freight("39"));
        assertThat(edits.countOpen(setup.company)).as("changed after booking").isEqualTo(1);
    }

    @Test
    void asksWhereTheOrderNoLongerHasWhatWasDelivered() {
        Booking held = held(withoutCountry());
        setup.keep(order().id("1").to("DK", "8000").item("1", "50").freight("39"));

        Booking again = tryAgain(held);

        assertThat(again.state()).isEqualTo(BookingState.HELD);
        assertThat(again.reasons()).extracting(Reason::kind).containsExactly(Obstacle.LINES_GONE);
        assertThat(again.invoice()).isNull();
        assertThat(again.delivered()).as("of what was delivered").hasToString("DKK 139.00");

        setup.keep(order().id("1").to("DK", "8000").item("2", "50").freight("39"));
        assertThat(tryAgain(again).state()).isEqualTo(BookingState.SETTLED);
    }
}
