package dk.ordrebro.endtoend.vendure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dk.ordrebro.access.Ids;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.endtoend.Site;
import dk.ordrebro.endtoend.vendure.Relay.Weather;
import dk.ordrebro.endtoend.vendure.Shop.Placed;
import dk.ordrebro.intake.Feeds;
import dk.ordrebro.intake.refund.OpenRefund;
import dk.ordrebro.intake.refund.OpenRefunds;
import dk.ordrebro.intake.refund.RefundAnswer;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.integration.ShopConnections;
import dk.ordrebro.order.OrderKey;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.StoredOrder;
import dk.ordrebro.proof.Proof;
import dk.ordrebro.proof.ProofReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A day in a real shop, whatever becomes of its webhooks: the same books, equal to the øre. */
class RealShopTests {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);

    @RegisterExtension
    static final Site SITE = new Site(
            "--ordrebro.allow-private-addresses=true",
            "--ordrebro.public-url=https://ordrebro.example",
            "--ordrebro.shops.poll-every=1s");

    @ParameterizedTest
    @EnumSource
    void booksTheDayOfAShopWhateverBecomesOfItsWebhooks(Weather weather) throws Exception {
        assumeThat(VendureProcess.missing()).isEmpty();
        Setup setup = Setup.of(SITE.context(), SITE.billy(), true);
        int port = freePort();
        OrderIntegration integration = integration(setup);
        ShopConnection connection = SITE.context()
                .getBean(ShopConnections.class)
                .save(
                        integration,
                        Map.of(
                                "admin-api",
                                "http://127.0.0.1:" + port + "/admin-api",
                                "user",
                                VendureProcess.credentials().getFirst()),
                        Map.of(
                                "password",
                                new Secret(VendureProcess.credentials().getLast())));
        String secret =
                connection.secret(ShopConnection.WEBHOOK_SECRET).orElseThrow().reveal();

        try (Relay relay = new Relay(weather);
                VendureProcess process = VendureProcess.start(port, relay.uri(), secret)) {
            Feeds feeds = SITE.context().getBean(Feeds.class);
            feeds.connected(integration);
            URI door = feeds.door(integration.company(), integration.id()).orElseThrow();
            relay.leadsTo(SITE.pages().resolve(door.getPath()));
            new Day(setup, integration, new Shop(process)).passes();
            assertThat(relay.told()).isPositive();
        }
    }

    private static OrderIntegration integration(Setup setup) {
        OrderIntegration integration = new OrderIntegration(
                setup.company,
                new OrderIntegrationId(SITE.context().getBean(Ids.class).next()),
                "Krus og Te",
                OrderPlatform.VENDURE,
                "krus",
                setup.accounting.id(),
                FreightRule.FIRST,
                ContactMode.PER_CUSTOMER,
                ProductMode.PER_TEMPLATE,
                false,
                true);
        SITE.context().getBean(OrderIntegrations.class).save(integration);
        return integration;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** What happens in the shop, and what must stand in the books in the end. */
    private static final class Day {

        private final Setup setup;
        private final OrderIntegration integration;
        private final Shop shop;

        Day(Setup setup, OrderIntegration integration, Shop shop) {
            this.setup = setup;
            this.integration = integration;
            this.shop = shop;
        }

        void passes() {
            Placed home = shop.buy("DK", false, Map.of("KRUS-1", 2, "TE-100", 1));
            Placed inParts = shop.buy("DK", true, Map.of("SERV-33", 3, "KRUS-1", 1));
            Placed germany = shop.buy("DE", false, Map.of("TE-100", 3));
            Placed norway = shop.buy("NO", false, Map.of("KRUS-1", 1));
            Placed modified = shop.buy("DK", false, Map.of("TE-100", 3));
            Placed returned = shop.buy("DK", false, Map.of("KRUS-1", 3));
            Placed cancelled = shop.buy("DK", false, Map.of("TE-100", 1));
            Placed goodwill = shop.buy("DK", false, Map.of("TE-100", 1));

            shop.ship(inParts, Map.of("SERV-33", 2));
            shop.ship(home, Map.of("KRUS-1", 2, "TE-100", 1));
            shop.ship(germany, Map.of("TE-100", 3));
            shop.ship(norway, Map.of("KRUS-1", 1));
            shop.modify(modified, "TE-100", 2);
            shop.ship(modified, Map.of("TE-100", 2));
            shop.ship(returned, Map.of("KRUS-1", 3));
            shop.cancel(cancelled, Map.of("TE-100", 1));
            shop.refund(cancelled, Map.of("TE-100", 1), 4900, 0);
            shop.ship(goodwill, Map.of("TE-100", 1));
            awaitInvoices(home, 1, home.gross());
            awaitInvoices(returned, 1, returned.gross());
            awaitInvoices(goodwill, 1, goodwill.gross());
            shop.cancel(returned, Map.of("KRUS-1", 1));
            shop.refund(returned, Map.of("KRUS-1", 1), 0, 0);
            // Ten kroner, though the tea cost 79.
            shop.refund(goodwill, Map.of("TE-100", 1), 0, 1000 - 7900);
            shop.ship(inParts, Map.of("SERV-33", 1, "KRUS-1", 1));

            awaitInvoices(inParts, 2, inParts.gross());
            awaitInvoices(germany, 1, germany.gross());
            awaitInvoices(norway, 1, norway.gross());
            awaitInvoices(modified, 1, shop.order(modified).path("totalWithTax").asLong());
            awaitInvoices(returned, 2, returned.gross() - 14995);
            awaitInvoices(cancelled, 0, 0);
            awaitAndAnswerRefund(goodwill, 1000);
            awaitInvoices(goodwill, 2, goodwill.gross() - 1000);
            assertThat(norway.gross()).as("no VAT outside the EU").isEqualTo(11996 + 3920);
            agreesWithBilly(8, 2);
        }

        private void awaitInvoices(Placed placed, int documents, long ore) {
            Awaitility.await(placed.code() + " has " + documents + " documents of " + ore + " øre together")
                    .atMost(LONGEST_WAIT)
                    .untilAsserted(() -> {
                        Optional<StoredOrder> order = stored(placed);
                        assertThat(order).isPresent();
                        List<Booking> bookings = SITE.context()
                                .getBean(Bookings.class)
                                .ofOrder(setup.company, order.get().id());
                        assertThat(bookings)
                                .hasSize(documents)
                                .allMatch(booking -> booking.state() == BookingState.SETTLED);
                        assertThat(sum(bookings)).isEqualByComparingTo(BigDecimal.valueOf(ore, 2));
                    });
        }

        private Optional<StoredOrder> stored(Placed placed) {
            return SITE.context()
                    .getBean(Orders.class)
                    .find(new OrderKey(setup.company, integration.id(), placed.id()));
        }

        /** Credit notes count against. */
        private BigDecimal sum(List<Booking> bookings) {
            return bookings.stream()
                    .map(booking -> {
                        BigDecimal gross =
                                Objects.requireNonNull(booking.gross()).getAmount();
                        return booking.type() == DocumentType.CREDIT_NOTE ? gross.negate() : gross;
                    })
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** What was paid back is no piece of the order, so that a person says what it was for. */
        private void awaitAndAnswerRefund(Placed placed, long ore) {
            OpenRefunds refunds = SITE.context().getBean(OpenRefunds.class);
            Awaitility.await(placed.code() + " asks what " + ore + " øre were paid back for")
                    .atMost(LONGEST_WAIT)
                    .untilAsserted(() -> assertThat(refunds.open(setup.company, Optional.empty(), 10))
                            .singleElement()
                            .satisfies(refund -> {
                                assertThat(refund.order())
                                        .isEqualTo(stored(placed).orElseThrow().id());
                                assertThat(refund.gross().getAmount()).isEqualByComparingTo(BigDecimal.valueOf(ore, 2));
                            }));
            OpenRefund refund =
                    refunds.open(setup.company, Optional.empty(), 10).getFirst();
            assertThat(refunds.answer(setup.company, refund.id(), new RefundAnswer.OverAllLines(), "", "Ida"))
                    .isTrue();
        }

        private void agreesWithBilly(int invoices, int creditNotes) {
            Proof proof = SITE.context().getBean(Proof.class);
            Proof.Span span = proof.span(setup.company, setup.accounting.id()).orElseThrow();
            ProofReport report = proof.compare(setup.company, setup.accounting.id(), span.from(), span.through());
            assertThat(report.agrees()).as(report.toString()).isTrue();
            assertThat(report.invoices()).isEqualTo(invoices + creditNotes);
        }
    }
}
