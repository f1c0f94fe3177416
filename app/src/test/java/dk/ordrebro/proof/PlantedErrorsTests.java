package dk.ordrebro.proof;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.Standing;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.billysimulator.books.Invoice;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Handling;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** Errors of every kind, planted in the simulator's own books behind the program's back: each is found, with its amount, order and customer. */
@SpringBootTest(properties = "ordrebro.drains=off")
@OwnDatabase
class PlantedErrorsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Proof proof;

    @Autowired
    private Findings findings;

    @Autowired
    private Bookings bookings;

    @Autowired
    private Handling handling;

    @BeforeAll
    static void startBilly() {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
    }

    @AfterAll
    static void stopBilly() {
        billy.close();
    }

    private Setup drafts() {
        return Setup.of(context, billy, false);
    }

    private Booking booked(Setup setup) {
        Fulfillment one = setup.handle(order().id("1").item("1", "125").freight("39"));
        setup.drain();
        return setup.booking(one);
    }

    private ProofReport compare(Setup setup) {
        return proof.compare(setup.company, setup.accounting.id(), DAY, DAY);
    }

    private static String document(Booking booking) {
        return requireNonNull(booking.invoice()).value();
    }

    /** Changes a document as somebody at Billy's own keyboard would. */
    private static void edit(Setup setup, Booking booking, UnaryOperator<RowBuilder> how) {
        var company = billy.admin().company(setup.keys.organizationId());
        company.change(Given.HANDLED, change -> {
            var row = requireNonNull(change.find(Invoice.SCHEMA, document(booking)));
            change.put(how.apply(row.change()).build());
            return true;
        });
    }

    private static void delete(Setup setup, Booking booking) {
        billy.admin().deleteRecord(setup.keys.organizationId(), "invoices", document(booking));
    }

    private static Finding only(ProofReport report, Finding.Kind kind) {
        assertThat(report.verdict()).isInstanceOf(Verdict.Disagrees.class);
        assertThat(report.findings()).extracting(Finding::kind).containsExactly(kind);
        return report.findings().getFirst();
    }

    @Test
    void saysThatAllAgreesWhereItDoes() {
        Setup setup = drafts();
        booked(setup);

        ProofReport report = compare(setup);

        assertThat(report.verdict()).isEqualTo(new Verdict.Agrees());
        assertThat(report.at(Place.DRAFT).amounts().toString()).isEqualTo("DKK 164.00");
        assertThat(report.at(Place.APPROVED).n()).isZero();
        assertThat(findings.open(setup.company, 10)).isEmpty();
    }

    @Test
    void findsADraftThatWasDeletedInBilly() {
        Setup setup = drafts();
        Booking booking = booked(setup);
        delete(setup, booking);

        ProofReport report = compare(setup);

        Finding missing = only(report, Finding.Kind.INVOICE_MISSING);
        assertThat(missing.amount()).isEqualTo(Money.parse("DKK -164.00"));
        assertThat(missing.orderNumber()).isEqualTo("#1");
        assertThat(missing.customer()).isEqualTo("Ida Holm");
        assertThat(missing.booking()).isEqualTo(booking.id());
        assertThat(report.difference().toString()).isEqualTo("DKK -164.00");
        assertThat(findings.open(setup.company, 10))
                .extracting(open -> open.finding().reference())
                .containsExactly(booking.reference().value());
        assertThat(findings.total(setup.company).amounts().toString()).isEqualTo("DKK -164.00");
    }

    @Test
    void findsADocumentThatWasVoided() {
        Setup setup = Setup.of(context, billy, true);
        Booking booking = booked(setup);
        billy.admin().voidInvoice(setup.keys.organizationId(), document(booking));

        assertThat(only(compare(setup), Finding.Kind.INVOICE_MISSING).amount()).isEqualTo(Money.parse("DKK -164.00"));
    }

    @Test
    void findsAChangedAmountAlsoWhereAnotherChangeHidesItInTheSum() {
        Setup setup = drafts();
        Booking more = booked(setup);
        Fulfillment second = setup.handle(order().id("2").item("1", "125").freight("39"));
        setup.drain();
        edit(setup, more, row -> row.set(Invoice.AMOUNT, new BigDecimal("141.20")));
        edit(setup, setup.booking(second), row -> row.set(Invoice.AMOUNT, new BigDecimal("121.20")));

        ProofReport report = compare(setup);

        assertThat(report.findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.GROSS_DIFFERS, Finding.Kind.GROSS_DIFFERS);
        assertThat(report.difference().isZero()).isTrue();
        assertThat(requireNonNull(report.days().getFirst().ledger()).apart().toString())
                .isEqualTo("DKK 20.00");
        assertThat(report.verdict()).isInstanceOf(Verdict.Disagrees.class);
    }

    @Test
    void findsAChangedCurrency() {
        Setup setup = drafts();
        edit(setup, booked(setup), row -> row.set(Invoice.CURRENCY_ID, "EUR"));

        ProofReport report = compare(setup);

        assertThat(only(report, Finding.Kind.CURRENCY_DIFFERS).facts()).containsExactly("DKK 164.00", "EUR 164.00");
        assertThat(report.difference().toString()).isEqualTo("DKK -164.00, EUR 164.00");
    }

    @Test
    void findsVatThatWasMovedAndShowsVatThatWasRounded() {
        Setup setup = drafts();
        Booking booking = booked(setup);
        edit(
                setup,
                booking,
                row -> row.set(Invoice.AMOUNT, new BigDecimal("131.21")).set(Invoice.TAX, new BigDecimal("32.79")));
        ProofReport rounded = compare(setup);
        edit(
                setup,
                booking,
                row -> row.set(Invoice.AMOUNT, new BigDecimal("164.00")).set(Invoice.TAX, BigDecimal.ZERO));

        ProofReport moved = compare(setup);

        assertThat(rounded.verdict()).isEqualTo(new Verdict.Agrees());
        assertThat(rounded.total(ProofDay::vatApart).toString()).isEqualTo("DKK -0.01");
        assertThat(only(moved, Finding.Kind.VAT_DIFFERS).facts()).containsExactly("DKK 32.80", "DKK 0.00");
    }

    @Test
    void findsADocumentUnderOurReferenceThatNoBookingKnows() {
        Setup setup = drafts();
        Booking booking = booked(setup);
        edit(setup, booking, row -> row.set(Invoice.EXTERNAL_ID, "nordlys:77:1"));

        ProofReport report = compare(setup);

        assertThat(report.findings()).extracting(Finding::kind).contains(Finding.Kind.INVOICE_EXTRA);
        assertThat(report.extra()).isEqualTo(1);
    }

    @Test
    void findsAnInvoiceMadeByHandForAnOrderThatHasOne() {
        Setup setup = drafts();
        Booking booking = booked(setup);
        copy(setup, booking, row -> row.set(Invoice.EXTERNAL_ID, null));

        ProofReport report = compare(setup);

        Finding twice = only(report, Finding.Kind.ORDER_TWICE);
        assertThat(twice.amount()).isEqualTo(Money.parse("DKK 164.00"));
        assertThat(twice.order()).isEqualTo(booking.order());
        assertThat(report.extra()).isEqualTo(1);
    }

    @Test
    void findsTwoDocumentsUnderOneReference() {
        Setup setup = drafts();
        copy(setup, booked(setup), row -> row);

        ProofReport report = compare(setup);

        assertThat(only(report, Finding.Kind.INVOICE_TWICE).amount()).isEqualTo(Money.parse("DKK 164.00"));
        assertThat(report.difference().toString()).isEqualTo("DKK 164.00");
    }

    /** A second document like one that is there. */
    private static void copy(Setup setup, Booking booking, UnaryOperator<RowBuilder> how) {
        var company = billy.admin().company(setup.keys.organizationId());
        company.change(Given.HANDLED, change -> {
            var row = requireNonNull(change.find(Invoice.SCHEMA, document(booking)));
            RowBuilder copy = row.change().set(Invoice.SCHEMA.id(), change.newId());
            change.put(how.apply(copy).build());
            return true;
        });
    }

    @Test
    void findsTwoDocumentsForTheSamePiecesOnceTheCreditNoteBetweenThemIsGone() {
        Setup setup = Setup.of(context, billy, true);
        Fulfillment first = setup.handle(order().id("1").item("1", "125"));
        setup.drain();
        Fulfillment undo = handling.undo(setup.company, first.id(), Given.HANDLED);
        setup.drain();
        handling.handleAll(setup.company, List.of(new Handling.Whole(first.order(), Given.HANDLED, null)));
        setup.drain();
        assertThat(compare(setup).verdict()).isEqualTo(new Verdict.Agrees());
        delete(setup, setup.booking(undo));

        ProofReport report = compare(setup);

        assertThat(report.findings())
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(Finding.Kind.INVOICE_MISSING, Finding.Kind.SAME_PIECES_TWICE);
        assertThat(report.extra()).isEqualTo(1);
    }

    @Test
    void findsADocumentThatWasGivenAnotherDate() {
        Setup setup = drafts();
        edit(setup, booked(setup), row -> row.set(Invoice.ENTRY_DATE, DAY.plusDays(9)));

        assertThat(only(compare(setup), Finding.Kind.DATE_DIFFERS).facts()).containsExactly("2026-11-23", "2026-12-02");
    }

    @Test
    void countsWhatIsHeldAsWaitingWithTheAmountTheShopSays() {
        Setup setup = drafts();
        booked(setup);
        setup.handle(order().id("h").to("", "").item("2", "100").freight("39").statedGross("239"));
        setup.drain();

        ProofReport report = compare(setup);

        assertThat(report.verdict())
                .isEqualTo(new Verdict.Waits(new Figures(1, 0, Amounts.of("DKK", new BigDecimal("239.00")))));
        assertThat(report.days().getFirst().held().n()).isEqualTo(1);
        assertThat(report.agrees()).isTrue();
    }

    @Test
    void countsWhatIsUnderWayAndWhatNobodyComparedAsWaiting() {
        Setup setup = drafts();
        setup.handle(order().id("1").item("1", "125"));
        assertThat(compare(setup).days().getFirst().underway().amounts().toString())
                .isEqualTo("DKK 125.00");
        setup.drain();

        ProofDay day = proof.report(setup.company, setup.accounting.id(), DAY, DAY)
                .days()
                .getFirst();

        assertThat(day.underway().n()).isZero();
        assertThat(day.unchecked()).isEqualTo(new Figures(1, 0, Amounts.of("DKK", new BigDecimal("125.00"))));
        assertThat(day.verdict()).isInstanceOf(Verdict.Waits.class);
        assertThat(compare(setup).verdict()).isEqualTo(new Verdict.Agrees());
    }

    @Test
    void takesWhatWasSkippedOutOfTheWaitingAndFindsItsDocumentIfOneIsThere() {
        Setup setup = drafts();
        Fulfillment held = setup.handle(order().id("h").to("", "").item("1", "80"));
        Booking other = booked(setup);
        setup.drain();
        bookings.skip(setup.company, setup.booking(held).id(), "solgt kontant", "bo@butik.example");

        ProofReport skipped = compare(setup);
        copy(
                setup,
                other,
                row -> row.set(
                        Invoice.EXTERNAL_ID, setup.booking(held).reference().value()));
        ProofReport there = compare(setup);

        assertThat(skipped.verdict()).isEqualTo(new Verdict.Agrees());
        assertThat(skipped.at(Place.SKIPPED).amounts().toString()).isEqualTo("DKK 80.00");
        only(there, Finding.Kind.SKIPPED_YET_THERE);
    }

    @Test
    void learnsTheRateAForeignDocumentWasMadeWith() {
        Setup setup = drafts();
        setup.handle(order().id("e").in("EUR").item("1", "100"));
        setup.drain();

        ProofReport report = compare(setup);
        Rates.Kroner kroner = proof.rates(setup.company).kroner(report.total(ProofDay::invoiced), DAY);

        assertThat(report.verdict()).isEqualTo(new Verdict.Agrees());
        assertThat(kroner.unknown().isZero()).isTrue();
        assertThat(kroner.used()).singleElement().satisfies(rate -> {
            assertThat(rate.source()).isEqualTo(Rates.Source.LEDGER);
            assertThat(rate.currency()).isEqualTo("EUR");
        });
        assertThat(kroner.sum().getAmount()).isBetween(new BigDecimal("700"), new BigDecimal("800"));
    }

    @Test
    void tellsEveryPageWhatItReadOnTheWay() {
        Setup setup = drafts();
        Booking approved = booked(setup);
        edit(setup, approved, row -> row.set(Invoice.STATE, "approved"));

        compare(setup);
        assertThat(requireNonNull(bookings.find(setup.company, approved.id())
                        .orElseThrow()
                        .standing()))
                .isEqualTo(Standing.APPROVED);

        delete(setup, approved);
        compare(setup);
        assertThat(requireNonNull(bookings.find(setup.company, approved.id())
                        .orElseThrow()
                        .standing()))
                .isEqualTo(Standing.GONE);
    }

    @Test
    void waitsForAnAnswerWhereTheShopChangedWhatWasBooked() {
        Setup setup = drafts();
        booked(setup);
        setup.keep(order().id("1").item("1", "100").freight("39"));

        ProofReport report = compare(setup);

        assertThat(report.verdict())
                .isEqualTo(new Verdict.Waits(new Figures(1, 0, Amounts.of("DKK", new BigDecimal("164.00")))));
    }
}
