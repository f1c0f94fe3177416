package dk.ordrebro.booking.drain;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.Lookup;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.arithmetic.ArithmeticKnown;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetic;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetics;
import dk.ordrebro.activity.Activities;
import dk.ordrebro.activity.Activity;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.billysimulator.books.VatRounding;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.DryRun;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.enrichment.Enrichment;
import dk.ordrebro.enrichment.GivenOrder;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.enrichment.template.Templates;
import dk.ordrebro.money.Totals;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Handling;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** Whichever way a company's Billy rounds VAT: nothing is held for it, it is learnt from the first answer that shows it, and what is foretold is what stands. */
@SpringBootTest(properties = "ordrebro.drains=off")
@OwnDatabase
class ArithmeticTests {

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private LedgerArithmetics arithmetics;

    @BeforeAll
    static void startBilly() {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
    }

    @AfterAll
    static void stopBilly() {
        billy.close();
    }

    private Setup setup(VatRounding rounding) {
        Setup setup = Setup.of(context, billy, true);
        billy.admin().roundVat(setup.keys.organizationId(), rounding);
        return setup;
    }

    /** Three lines of 0.03: VAT 0.02 over the document and for the rate, 0.03 line by line. */
    private static GivenOrder small(String id) {
        return order().id(id).item("1", "0.03").item("1", "0.03").item("1", "0.03");
    }

    private ArithmeticKnown known(Setup setup) {
        return arithmetics.of(setup.company, setup.accounting.id());
    }

    private Booking booked(Setup setup, GivenOrder order) {
        Fulfillment delivery = setup.handle(order);
        setup.drain();
        Booking booking = setup.booking(delivery);
        assertThat(booking.state()).as("%s", booking.reasons()).isEqualTo(BookingState.SETTLED);
        return booking;
    }

    private static Totals stands(Setup setup, Booking booking) {
        Lookup found = setup.system().read(Objects.requireNonNull(booking.invoice()));
        return ((Lookup.Found) found).invoice().totals();
    }

    private Totals foretold(Setup setup, GivenOrder order) {
        return ((Enrichment.Ready) context.getBean(DryRun.class)
                        .preview(setup.company, order.from(setup.shop).build())
                        .enrichment())
                .draft()
                .expected();
    }

    private List<String> told(Setup setup) {
        return context.getBean(Activities.class).page(setup.company, OptionalLong.empty(), 50).stream()
                .filter(entry -> entry.verb().startsWith("arithmetic"))
                .map(Activity::verb)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void holdsNothingAndForetellsWhatStandsOnceItWasShown(VatRounding rounding) {
        Setup setup = setup(rounding);
        assertThat(known(setup)).isEqualTo(ArithmeticKnown.NOTHING);

        Booking first = booked(setup, small("1"));

        assertThat(known(setup).rule())
                .isEqualTo(rounding == VatRounding.LINE ? LedgerArithmetic.LINE : LedgerArithmetic.DOCUMENT);
        assertThat(known(setup).shownBy()).isEqualTo(first.reference().value());
        assertThat(stands(setup, first).vat().getAmount())
                .isEqualByComparingTo(rounding == VatRounding.LINE ? "0.03" : "0.02");
        assertThat(foretold(setup, small("2"))).isEqualTo(stands(setup, booked(setup, small("2"))));
        assertThat(told(setup)).containsExactly("arithmetic-shown");
    }

    @Test
    void tellsOfAnAnswerThatContradictsAndLearnsAnew() {
        Setup setup = setup(VatRounding.DOCUMENT);
        booked(setup, small("1"));
        billy.admin().roundVat(setup.keys.organizationId(), VatRounding.LINE);

        Booking second = booked(setup, small("2"));

        assertThat(known(setup).rule()).isEqualTo(LedgerArithmetic.LINE);
        assertThat(known(setup).shownBy()).isEqualTo(second.reference().value());
        assertThat(told(setup)).containsExactlyInAnyOrder("arithmetic-contradicted", "arithmetic-shown");
        assertThat(foretold(setup, small("3"))).isEqualTo(stands(setup, booked(setup, small("3"))));
    }

    @Test
    void learnsNothingWhereAllWaysAgree() {
        Setup setup = setup(VatRounding.LINE);

        booked(setup, order().id("1").item("2", "125"));

        assertThat(known(setup)).isEqualTo(ArithmeticKnown.NOTHING);
        assertThat(told(setup)).isEmpty();
    }

    /** vat.md 5.4 A: three times 33.33 come to VAT 20.00, and each by itself to 6.67. */
    @ParameterizedTest
    @EnumSource
    void creditsInPartsLeaveNothingInBilly(VatRounding rounding) {
        Setup setup = setup(rounding);
        Fulfillment delivery = setup.handle(order().id("1").item("3", "33.33"));
        setup.drain();
        Totals left = stands(setup, setup.booking(delivery));
        assertThat(left.vat().getAmount()).isEqualByComparingTo("20.00");

        for (int piece = 0; piece < 3; piece++) {
            Fulfillment back = context.getBean(Handling.class)
                    .takeBack(
                            setup.company,
                            delivery.id(),
                            Map.of(delivery.lines().getFirst().lineKey(), BigDecimal.ONE),
                            delivery.handledAt(),
                            null);
            setup.drain();
            Booking note = setup.booking(back);
            assertThat(note.state()).as("%s", note.reasons()).isEqualTo(BookingState.SETTLED);
            assertThat(stands(setup, note).gross().getAmount()).isEqualByComparingTo("33.33");
            left = left.minus(stands(setup, note));
        }

        assertThat(left).isEqualTo(Totals.zero(left.gross().getCurrencyUnit()));
    }

    /** A total an øre below its lines: the line below zero is read back like any other, and goes back with the last of them. */
    @Test
    void roundsDownInBillyAndTakesItBack() {
        Setup setup = setup(VatRounding.DOCUMENT);
        RulesetId free = setup.system().chart().rulesets().stream()
                .filter(one -> one.name().equals("Momsfrit"))
                .findFirst()
                .orElseThrow()
                .id();
        context.getBean(Templates.class)
                .save(
                        setup.company,
                        setup.accounting.id(),
                        new Template(TemplateKind.ROUNDING, Area.DOMESTIC, new AccountNumber(1110), free));
        Fulfillment delivery = setup.handle(order().id("1").item("1", "100.01").statedGross("100.00"));
        setup.drain();
        Booking booking = setup.booking(delivery);
        assertThat(booking.state()).as("%s", booking.reasons()).isEqualTo(BookingState.SETTLED);
        assertThat(stands(setup, booking).gross().getAmount()).isEqualByComparingTo("100.00");
        assertThat(stands(setup, booking).vat().getAmount()).isEqualByComparingTo("20.00");

        Fulfillment back = context.getBean(Handling.class)
                .takeBack(
                        setup.company,
                        delivery.id(),
                        Map.of(delivery.lines().getFirst().lineKey(), BigDecimal.ONE),
                        delivery.handledAt(),
                        null);
        setup.drain();

        assertThat(stands(setup, setup.booking(back))).isEqualTo(stands(setup, booking));
    }

    /** A currency without hundredths: Billy counts in them all the same. */
    @ParameterizedTest
    @EnumSource
    void foretellsYenAndWon(VatRounding rounding) {
        Setup setup = setup(rounding);
        booked(setup, small("0"));
        for (String currency : List.of("JPY", "KRW")) {
            for (GivenOrder order : List.of(
                    order().id(currency)
                            .in(currency)
                            .item("1", "3")
                            .item("1", "3")
                            .item("1", "6"),
                    order().id(currency + "n")
                            .in(currency)
                            .net()
                            .item("1", "7999")
                            .item("1", "3"))) {
                Totals foretold = foretold(setup, order);

                Booking booking = booked(setup, order);

                assertThat(foretold).isEqualTo(stands(setup, booking));
                assertThat(grossInBilly(setup, booking))
                        .isEqualByComparingTo(foretold.gross().getAmount());
            }
        }
    }

    /** As Billy itself has it, to its last decimal. */
    private static BigDecimal grossInBilly(Setup setup, Booking booking) {
        String id = Objects.requireNonNull(booking.invoice()).value();
        var books = billy.admin().company(setup.keys.organizationId());
        return books.read(() -> Objects.requireNonNull(books.find(dk.ordrebro.billysimulator.books.Invoice.SCHEMA, id))
                .need(dk.ordrebro.billysimulator.books.Invoice.GROSS_AMOUNT));
    }
}
