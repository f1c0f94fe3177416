package dk.ordrebro.booking.edit;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.Lookup;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.booking.edit.Difference.What;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.enrichment.GivenOrder;
import dk.ordrebro.money.Totals;
import dk.ordrebro.order.Address;
import dk.ordrebro.order.Customer;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.MoneyBack;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.OrderState;
import dk.ordrebro.order.Orders;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** A change after booking is a question, whoever told it; its answer leaves the books as the order is now. */
@SpringBootTest(properties = "ordrebro.drains=off")
@OwnDatabase
class OrderEditsTests {

    private static final Address AARHUS = new Address("Ida Holm", "Bredgade 4", "8000", "Aarhus C", "DK");

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private OrderEdits edits;

    @Autowired
    private Handling handling;

    @Autowired
    private Bookings bookings;

    @BeforeAll
    static void startBilly() {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
    }

    @AfterAll
    static void stopBilly() {
        billy.close();
    }

    private static GivenOrder sold() {
        return order().item("2", "100").item("1", "50");
    }

    private static Stream<Map.Entry<What, GivenOrder>> changes() {
        Customer ida = new Customer("c-7", null, "Ida Holm", "ida@example.com", null, null, false, null);
        return Stream.of(
                Map.entry(What.PRICE, order().item("2", "90").item("1", "50")),
                Map.entry(What.QUANTITY, order().item("1", "100").item("1", "50")),
                Map.entry(What.LINE_GONE, order().item("2", "100")),
                Map.entry(What.LINE_ADDED, sold().item("1", "25")),
                Map.entry(What.ORDER_DISCOUNT, sold().off("10")),
                Map.entry(What.VAT_RATE, order().item("2", "100").rate("0").item("1", "50")),
                Map.entry(What.CURRENCY, sold().in("EUR")),
                Map.entry(What.BUYER, sold().customer(new Customer("c-7", null, "Bo", null, null, null, false, null))),
                Map.entry(What.COMPANY_NAME, sold().company("Prøve ApS", null, false)),
                Map.entry(
                        What.VAT_NUMBER,
                        sold().customer(new Customer("c-7", null, "Ida Holm", null, null, "DK12345678", false, null))),
                Map.entry(
                        What.BILLING_ADDRESS,
                        sold().customer(ida).billedTo(new Address("Ida Holm", "Vej 9", "8000", "Aarhus C", "DK"))),
                Map.entry(What.DELIVERY_COUNTRY, sold().billedTo(AARHUS).to("DK", "3900")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void asksAboutWhatADocumentSays(Map.Entry<What, GivenOrder> change) {
        Setup setup = Setup.of(context, billy, true);
        setup.handle(sold());
        setup.drainOn();

        setup.keep(change.getValue());

        assertThat(open(setup))
                .singleElement()
                .satisfies(edit -> assertThat(edit.differences())
                        .extracting(Difference::what)
                        .contains(change.getKey()));
        assertThat(edits.countOpen(setup.company)).isEqualTo(1);
    }

    @Test
    void saysOfAnOrderThatGrewOrShrankHowMuchOfItIsHandledNow() {
        Setup setup = Setup.of(context, billy, true);
        OrderId order = setup.keep(order().item("2", "100"));
        handling.handle(setup.company, order, Map.of("1", BigDecimal.ONE), Given.HANDLED, null);
        assertThat(state(setup, order)).isEqualTo(OrderState.PARTLY_HANDLED);

        setup.keep(order().item("1", "100"));
        assertThat(state(setup, order)).isEqualTo(OrderState.HANDLED);

        setup.keep(order().item("3", "100"));
        assertThat(state(setup, order)).isEqualTo(OrderState.PARTLY_HANDLED);
    }

    private OrderState state(Setup setup, OrderId order) {
        return context.getBean(Orders.class)
                .find(setup.company, order)
                .orElseThrow()
                .state();
    }

    @Test
    void asksNothingAboutWhatNoDocumentSays() {
        Setup setup = Setup.of(context, billy, true);
        setup.handle(sold());
        setup.drainOn();

        setup.keep(order().item("2.0", "100.000").item("1", "50.00").paid("250"));
        setup.keep(
                sold().customer(new Customer("c-7", null, "Ida  holm", "ny@example.com", "1234", null, false, null)));

        assertThat(open(setup)).isEmpty();
    }

    @Test
    void asksNothingBeforeAnythingIsBooked() {
        Setup setup = Setup.of(context, billy, true);
        setup.handle(sold().to("ZZ", "8000"));
        setup.drainOn();

        setup.keep(sold());

        assertThat(open(setup)).isEmpty();
    }

    @Test
    void asksNoLongerWhenTheShopChangesBack() {
        Setup setup = Setup.of(context, billy, true);
        setup.handle(sold());
        setup.drainOn();

        setup.keep(order().item("2", "90").item("1", "50"));
        setup.keep(sold());

        assertThat(open(setup)).isEmpty();
    }

    @Test
    void endsAtTheOrdersLatestStateWhenMadeRight() {
        Setup setup = Setup.of(context, billy, true);
        OrderId order = setup.handle(sold()).order();
        setup.drainOn();
        setup.keep(order().item("2", "90").item("1", "50").item("1", "25"));

        assertThat(edits.makeRight(setup.company, open(setup).getFirst().id(), "", "ida"))
                .isTrue();
        setup.drainOn();

        assertThat(open(setup)).isEmpty();
        assertThat(documents(setup, order))
                .extracting(Booking::type)
                .containsExactlyInAnyOrder(DocumentType.INVOICE, DocumentType.CREDIT_NOTE, DocumentType.INVOICE);
        assertThat(sum(setup, order)).isEqualTo("DKK 255.00 / DKK 51.00");
        assertThat(edits.of(setup.company, order)).singleElement().satisfies(edit -> {
            OrderEdit.Answer answer = requireNonNull(edit.answer());
            assertThat(answer.kind()).isEqualTo(OrderEdit.Kind.MADE_RIGHT);
            assertThat(answer.who()).isEqualTo("ida");
        });
    }

    @Test
    void takesMoneyPaidBackIntoAccountWhenMadeRight() {
        Setup setup = Setup.of(context, billy, true);
        Fulfillment delivery = setup.handle(sold());
        setup.drainOn();
        handling.giveBack(
                setup.company,
                delivery.id(),
                Map.of(),
                Map.of("", MoneyBack.of(new BigDecimal("30"))),
                Given.HANDLED,
                "r1");
        setup.drainOn();
        assertThat(sum(setup, delivery.order())).isEqualTo("DKK 220.00 / DKK 44.00");
        setup.keep(order().item("2", "90").item("1", "50"));

        edits.makeRight(setup.company, open(setup).getFirst().id(), "", "ida");
        setup.drainOn();

        assertThat(sum(setup, delivery.order())).isEqualTo("DKK 200.00 / DKK 40.00");
        assertThat(open(setup)).isEmpty();
    }

    @Test
    void onlyDeliversWhatCameToTheOrder() {
        Setup setup = Setup.of(context, billy, true);
        OrderId order = setup.handle(sold()).order();
        setup.drainOn();
        setup.keep(sold().item("1", "25"));

        edits.makeRight(setup.company, open(setup).getFirst().id(), "", "ida");
        setup.drainOn();

        assertThat(documents(setup, order))
                .extracting(Booking::type)
                .containsExactlyInAnyOrder(DocumentType.INVOICE, DocumentType.INVOICE);
        assertThat(sum(setup, order)).isEqualTo("DKK 275.00 / DKK 55.00");
        assertThat(open(setup)).isEmpty();
    }

    @Test
    void correctsOnlyThePartThatMisfits() {
        Setup setup = Setup.of(context, billy, true);
        OrderId order = setup.keep(sold());
        handling.handle(setup.company, order, Map.of("1", BigDecimal.ONE), Given.HANDLED, null);
        handling.handle(setup.company, order, Map.of("2", BigDecimal.ONE), Given.HANDLED, null);
        setup.drainOn();
        setup.keep(order().item("2", "100").item("1", "40"));

        edits.makeRight(setup.company, open(setup).getFirst().id(), "", "ida");
        setup.drainOn();

        assertThat(documents(setup, order)).hasSize(4);
        assertThat(sum(setup, order)).isEqualTo("DKK 140.00 / DKK 28.00");
    }

    @Test
    void leavesWhatWasBookedWithAReasonUntilTheOrderChangesAgain() {
        Setup setup = Setup.of(context, billy, true);
        OrderId order = setup.handle(sold()).order();
        setup.drainOn();
        setup.keep(order().item("2", "90").item("1", "50"));
        OrderEdit edit = open(setup).getFirst();

        assertThatThrownBy(() -> edits.leave(setup.company, edit.id(), " ", "ida"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(edits.leave(setup.company, edit.id(), "Aftalt med kunden", "ida"))
                .isTrue();
        assertThat(edits.leave(setup.company, edit.id(), "Aftalt med kunden", "ida"))
                .isFalse();
        setup.keep(order().item("2", "90").item("1", "50").paid("250"));

        assertThat(open(setup)).isEmpty();
        setup.keep(order().item("2", "80").item("1", "50"));
        assertThat(open(setup)).hasSize(1);
        assertThat(documents(setup, order)).hasSize(1);
    }

    @Test
    void endsAtTheLatestStateHoweverOftenTheOrderIsChangedAndPartsComeBack() {
        Random random = new Random(7);
        for (int round = 0; round < 8; round++) {
            Setup setup = Setup.of(context, billy, true);
            OrderId order =
                    setup.keep(order().item("3", "99.95").item("2", "33.33").off("7"));
            Fulfillment first = handling.handleAll(
                            setup.company, List.of(new Handling.Whole(order, Given.HANDLED, null)))
                    .getFirst();
            setup.drainOn();
            int back = random.nextInt(3);
            if (back > 0) {
                handling.takeBack(
                        setup.company, first.id(), Map.of("1", BigDecimal.valueOf(back)), Given.HANDLED, null);
                setup.drainOn();
            }
            BigDecimal price = BigDecimal.ZERO;
            for (int change = 0; change < 3; change++) {
                price = BigDecimal.valueOf(1000 + random.nextInt(9000), 2);
                setup.keep(order().item("3", price.toPlainString()).item("2", "33.33"));
                for (OrderEdit edit : open(setup)) {
                    edits.makeRight(setup.company, edit.id(), "", "ida");
                }
                setup.drainOn();
            }

            BigDecimal due = price.multiply(BigDecimal.valueOf(3 - back)).add(new BigDecimal("66.66"));
            assertThat(sum(setup, order)).as("round %s, back %s", round, back).startsWith("DKK " + due.setScale(2));
            assertThat(open(setup)).isEmpty();
        }
    }

    private List<OrderEdit> open(Setup setup) {
        return edits.open(setup.company, Optional.empty(), 10);
    }

    private List<Booking> documents(Setup setup, OrderId order) {
        List<Booking> all = bookings.ofOrder(setup.company, order);
        assertThat(all).extracting(Booking::state).containsOnly(BookingState.SETTLED);
        return all;
    }

    /** As it stands in the books: gross and VAT, credit notes taken off. */
    private String sum(Setup setup, OrderId order) {
        Totals sum = documents(setup, order).stream()
                .map(one -> {
                    Lookup.Found found = (Lookup.Found) setup.system().read(requireNonNull(one.invoice()));
                    Totals totals = found.invoice().totals();
                    return one.type() == DocumentType.INVOICE
                            ? totals
                            : Totals.ofGross(
                                    totals.gross().negated(), totals.vat().negated());
                })
                .reduce(Totals::plus)
                .orElseThrow();
        return sum.gross() + " / " + sum.vat();
    }
}
