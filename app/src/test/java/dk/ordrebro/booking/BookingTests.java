package dk.ordrebro.booking;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.Lookup;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.proof.Proof;
import dk.ordrebro.proof.ProofReport;
import dk.ordrebro.question.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** The way of an order to the books, on a real database and against the simulator. */
@SpringBootTest(properties = "ordrebro.drains=off")
@OwnDatabase
class BookingTests {

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Handling handling;

    @Autowired
    private Bookings bookings;

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

    @Test
    void makesOneDraftOfAHandledOrder() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment fulfillment =
                setup.handle(order().item("2", "100").freight("39").statedGross("239"));

        setup.drain();

        Booking booking = setup.booking(fulfillment);
        assertThat(booking.state()).isEqualTo(BookingState.SETTLED);
        assertThat(booking.approved()).isFalse();
        Invoice invoice = read(setup, booking);
        assertThat(invoice.state()).isEqualTo(Invoice.State.DRAFT);
        assertThat(invoice.totals().gross().toString()).isEqualTo("DKK 239.00");
        assertThat(invoice.reference()).isEqualTo("nordlys:1001:1");
    }

    @Test
    void approvesWhatItHasCheckedWhereThatWasAskedFor() {
        Setup setup = Setup.of(context, billy, true);
        Fulfillment fulfillment = setup.handle(order().item("1", "125"));

        setup.drain();

        Booking booking = setup.booking(fulfillment);
        assertThat(booking.approved()).isTrue();
        assertThat(booking.invoiceNumber()).isNotNull();
        assertThat(read(setup, booking).state()).isEqualTo(Invoice.State.APPROVED);
    }

    @Test
    void booksNothingTwiceHoweverOftenItIsAsked() {
        Setup setup = Setup.of(context, billy, false);
        OrderId order = setup.keep(order().item("1", "125"));
        for (int i = 0; i < 3; i++) {
            handling.handleAll(setup.company, List.of(new Handling.Whole(order, Given.HANDLED, null)));
            setup.drain();
        }

        assertThat(bookings.ofOrder(setup.company, order)).hasSize(1);
        assertThat(report(setup).invoices()).isEqualTo(1);
    }

    @Test
    void booksPartsThatSumToTheOrder() {
        Setup setup = Setup.of(context, billy, false);
        OrderId order = setup.keep(order().net().item("3", "26.66").freight("31.20"));
        List<Fulfillment> parts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            parts.add(handling.handle(setup.company, order, Map.of("1", BigDecimal.ONE), Given.HANDLED, "part-" + i));
        }

        setup.drain();

        assertThat(parts.stream()
                        .map(part -> read(setup, setup.booking(part))
                                .totals()
                                .gross()
                                .getAmount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("138.98");
    }

    @Test
    void undoesAnInvoiceWithACreditNoteAndMayBookAgain() {
        Setup setup = Setup.of(context, billy, true);
        Fulfillment first = setup.handle(order().item("3", "33.33").freight("39"));
        setup.drain();

        Fulfillment undone = handling.undo(setup.company, first.id(), Given.HANDLED);
        setup.drain();

        Booking credit = setup.booking(undone);
        assertThat(credit.state()).isEqualTo(BookingState.SETTLED);
        Invoice note = read(setup, credit);
        assertThat(note.type()).isEqualTo(DocumentType.CREDIT_NOTE);
        assertThat(note.totals()).isEqualTo(read(setup, setup.booking(first)).totals());
        List<Fulfillment> again =
                handling.handleAll(setup.company, List.of(new Handling.Whole(first.order(), Given.HANDLED, null)));
        assertThat(again).singleElement().satisfies(f -> assertThat(f.lines()).isEqualTo(first.lines()));
    }

    @Test
    void holdsWhatOnlyAPersonCanAnswerAndGoesOnWithTheRest() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment held = setup.handle(order().id("1").to("", "").item("1", "125"));
        Fulfillment fine = setup.handle(order().id("2").item("1", "125"));

        setup.drain();

        assertThat(setup.booking(held).state()).isEqualTo(BookingState.HELD);
        assertThat(setup.booking(held).reasons()).extracting(Reason::code).containsExactly("COUNTRY_MISSING");
        assertThat(setup.booking(fine).state()).isEqualTo(BookingState.SETTLED);
    }

    @Test
    void provesThatNothingIsMissingAndFindsWhatIs() {
        Setup setup = Setup.of(context, billy, true);
        Fulfillment one = setup.handle(order().id("1").item("1", "125"));
        setup.handle(order().id("2").item("1", "250"));
        setup.drain();
        assertThat(report(setup).agrees()).isTrue();
        assertThat(report(setup).invoices()).isEqualTo(2);

        billy.admin()
                .voidInvoice(
                        setup.keys.organizationId(),
                        requireNonNull(setup.booking(one).invoice()).value());

        assertThat(report(setup).missing()).isEqualTo(1);
    }

    @Test
    void sendsADraftInOneCallOnceItKnowsContactAndProducts() {
        Setup setup = Setup.of(context, billy, false);
        setup.handle(order().id("1").item("1", "125").freight("39"));
        setup.drain();
        long before = billy.admin().counters(setup.keys.organizationId()).allCalls();

        setup.handle(order().id("2").item("4", "99.95").freight("39"));
        setup.drain();

        assertThat(billy.admin().counters(setup.keys.organizationId()).allCalls() - before)
                .isEqualTo(1);
    }

    private ProofReport report(Setup setup) {
        LocalDate day = LocalDate.of(2026, 11, 23);
        return proof.compare(setup.company, setup.accounting.id(), day, day);
    }

    private static Invoice read(Setup setup, Booking booking) {
        Lookup lookup = setup.system().read(requireNonNull(booking.invoice()));
        assertThat(lookup).isInstanceOf(Lookup.Found.class);
        return ((Lookup.Found) lookup).invoice();
    }
}
