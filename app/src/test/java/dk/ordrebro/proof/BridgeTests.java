package dk.ordrebro.proof;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.billysimulator.books.Invoice;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.enrichment.GivenOrder;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.OrderId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** From the shop's own total to what was invoiced: the rows make the whole difference, and the orders make the rows. */
@SpringBootTest(properties = "ordrebro.drains=off")
@OwnDatabase
class BridgeTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);
    private static final Instant OCTOBER = Instant.parse("2026-10-30T12:00:00Z");
    private static final Instant OTHER_MONTH = Instant.parse("2026-10-31T09:00:00Z");

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Proof proof;

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

    private Bridge bridge(Setup setup) {
        return proof.bridge(setup.company, setup.accounting.id(), Optional.empty(), FIRST, LAST);
    }

    private Fulfillment handle(Setup setup, GivenOrder order, Instant at) {
        OrderId id = setup.keep(order);
        return handling.handleAll(setup.company, List.of(new Handling.Whole(id, at, null)))
                .getFirst();
    }

    /** Living documents of the month, out of the simulator's own rows. */
    private static BigDecimal inBilly(Setup setup) {
        var company = billy.admin().company(setup.keys.organizationId());
        return company.read(() -> company.all(Invoice.SCHEMA)).stream()
                .filter(row -> !row.is(Invoice.STATE, Invoice.VOIDED))
                .filter(row -> !row.need(Invoice.ENTRY_DATE).isBefore(FIRST)
                        && !row.need(Invoice.ENTRY_DATE).isAfter(LAST))
                .map(BridgeTests::gross)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal gross(Row row) {
        BigDecimal gross = row.need(Invoice.AMOUNT).add(row.need(Invoice.TAX));
        return row.is(Invoice.TYPE, Invoice.INVOICE) ? gross : gross.negate();
    }

    private static BigDecimal dkk(Figures figures) {
        return figures.amounts().in("DKK");
    }

    private void addsUp(Setup setup, Bridge bridge) {
        assertThat(bridge.unexplained().isZero()).as(bridge.toString()).isTrue();
        for (Bridge.Row row : bridge.present()) {
            BigDecimal orders =
                    proof
                            .orders(setup.company, setup.accounting.id(), Optional.empty(), FIRST, LAST, row, 0, 1000)
                            .stream()
                            .map(BridgeOrder::amount)
                            .filter(amount -> amount != null)
                            .map(amount -> amount.getAmount())
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(orders).as(row.toString()).isEqualByComparingTo(dkk(bridge.row(row)));
        }
    }

    @Test
    void explainsEveryKroneBetweenTheShopAndTheBooks() {
        Setup setup = Setup.of(context, billy, true);
        setup.handle(order().id("booked").item("1", "100"));
        setup.keep(order().id("open").item("1", "30"));
        setup.handle(order().id("held").to("", "").item("1", "40"));
        handle(setup, order().id("october").placed(OCTOBER).item("1", "50"), Given.HANDLED);
        handle(setup, order().id("other-month").item("1", "60"), OTHER_MONTH);
        Fulfillment back = setup.handle(order().id("back").item("2", "70"));
        Fulfillment edited = setup.handle(order().id("edited").item("1", "80"));
        OrderId part = setup.keep(order().id("part").item("2", "45"));
        handling.handle(setup.company, part, Map.of("1", BigDecimal.ONE), Given.HANDLED, null);
        setup.drain();
        handling.takeBack(setup.company, back.id(), Map.of("1", BigDecimal.ONE), Given.HANDLED, null);
        setup.drain();
        setup.keep(order().id("edited").item("1", "85"));

        Bridge bridge = bridge(setup);

        assertThat(dkk(bridge.shopTotal())).isEqualByComparingTo("545");
        assertThat(dkk(bridge.row(Bridge.Row.UNHANDLED))).isEqualByComparingTo("-75");
        assertThat(dkk(bridge.row(Bridge.Row.HELD))).isEqualByComparingTo("-40");
        assertThat(dkk(bridge.row(Bridge.Row.OTHER_ORDERS))).isEqualByComparingTo("50");
        assertThat(dkk(bridge.row(Bridge.Row.OTHER_PERIOD))).isEqualByComparingTo("-60");
        assertThat(dkk(bridge.row(Bridge.Row.RETURNED))).isEqualByComparingTo("-70");
        assertThat(dkk(bridge.row(Bridge.Row.EDITED))).isEqualByComparingTo("-5");
        assertThat(dkk(bridge.invoiced())).isEqualByComparingTo("345").isEqualByComparingTo(inBilly(setup));
        assertThat(edited.number()).isEqualTo(1);
        addsUp(setup, bridge);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void addsUpWhateverHappens(long seed) {
        Setup setup = Setup.of(context, billy, seed % 2 == 0);
        Random random = new Random(seed);
        List<Fulfillment> made = new ArrayList<>();
        for (int step = 0; step < 25; step++) {
            String price = BigDecimal.valueOf(1 + random.nextInt(99_999), 2).toPlainString();
            Instant placed = Given.HANDLED.plus(Duration.ofDays(random.nextInt(60) - 40L));
            GivenOrder order =
                    order().id("r" + step).placed(placed).item("3", price).freight("39");
            switch (random.nextInt(6)) {
                case 0 -> setup.keep(order);
                case 1 -> handle(setup, order.to("", ""), Given.HANDLED);
                case 2 -> {
                    OrderId id = setup.keep(order);
                    made.add(handling.handle(setup.company, id, Map.of("1", BigDecimal.ONE), Given.HANDLED, null));
                }
                case 3 -> handle(setup, order, OTHER_MONTH);
                default -> made.add(handle(setup, order, Given.HANDLED));
            }
            if (random.nextInt(3) == 0) {
                setup.drain();
            }
            if (!made.isEmpty() && random.nextInt(4) == 0) {
                Fulfillment one = made.remove(random.nextInt(made.size()));
                handling.takeBack(setup.company, one.id(), Map.of("1", BigDecimal.ONE), Given.HANDLED, null);
            }
            addsUp(setup, bridge(setup));
        }
        setup.drain();
        setup.drain();

        Bridge bridge = bridge(setup);

        addsUp(setup, bridge);
        assertThat(dkk(bridge.invoiced())).isEqualByComparingTo(inBilly(setup));
        ProofReport report = proof.report(setup.company, setup.accounting.id(), FIRST, LAST);
        assertThat(dkk(report.sum(ProofDay::settled))).isEqualByComparingTo(inBilly(setup));
    }
}
