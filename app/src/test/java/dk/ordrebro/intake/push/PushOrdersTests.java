package dk.ordrebro.intake.push;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.intake.push.PushedOrder.Problem;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.Address;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderDiscount;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.Payment;
import dk.ordrebro.order.StatedTotals;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushOrdersTests {

    static final OrderIntegration SHOP = new OrderIntegration(
            new CompanyId(new UUID(0, 1)),
            new OrderIntegrationId(new UUID(0, 2)),
            "Lampehuset",
            OrderPlatform.PUSH,
            "lampehuset",
            null,
            FreightRule.FIRST,
            ContactMode.PER_CUSTOMER,
            ProductMode.PER_TEMPLATE,
            false,
            true);

    private static final CurrencyUnit DKK = CurrencyUnit.of("DKK");
    private static final String SMALL = """
            {"id": "1", "placedAt": "2026-11-20T10:15:00+01:00", "currency": "DKK", "prices": "INCLUDING_VAT",
             "lines": [{"title": "Lampe", "quantity": 1, "unitPrice": 100}]}""";

    private final PushOrders push = new PushOrders();

    @Test
    void readsEverythingAnOrderCanSay() throws IOException {
        byte[] body = resource("full.json");

        PushedOrder read = push.parse(SHOP, body);

        assertThat(read).isInstanceOf(PushedOrder.Parsed.class);
        Order order = ((PushedOrder.Parsed) read).order();
        assertThat(order.key().shopOrderId()).isEqualTo("gid-7741");
        assertThat(order.number()).isEqualTo("#1042");
        assertThat(order.placedAt()).isEqualTo(Instant.parse("2026-11-20T09:15:00Z"));
        assertThat(order.currency()).isEqualTo(DKK);
        assertThat(order.priceMode()).isEqualTo(PriceMode.INCLUDING_VAT);
        assertThat(order.exchangeRate()).isNull();
        assertThat(order.customer().vatNumberVerified()).isTrue();
        assertThat(order.billing().city()).isEqualTo("København S");
        assertThat(order.delivery()).isEqualTo(new Address("Ida Lund", "Åboulevarden 3", "8000", "Aarhus C", "DK"));
        assertThat(order.lines())
                .extracting(OrderLine::kind)
                .containsExactly(
                        LineKind.ITEM,
                        LineKind.ITEM,
                        LineKind.DISCOUNT,
                        LineKind.GIFT_CARD,
                        LineKind.FREIGHT,
                        LineKind.FEE);
        assertThat(order.lines().getFirst())
                .isEqualTo(new OrderLine(
                        "l-1",
                        LineKind.ITEM,
                        "LAMP-01",
                        "Bordlampe, messing",
                        new BigDecimal("2.5"),
                        new BigDecimal("33.333333"),
                        new Discount.Percent(BigDecimal.TEN),
                        VatRate.percent("25")));
        assertThat(order.discounts())
                .containsExactly(
                        new OrderDiscount("SOMMER", new Discount.Amount(new BigDecimal("50")), false),
                        new OrderDiscount("Medlem", new Discount.Percent(new BigDecimal("5")), true));
        assertThat(order.payments())
                .containsExactly(
                        new Payment(Payment.Kind.GIFT_CARD, "Gavekort 0021", dkk("200.00")),
                        new Payment(Payment.Kind.OTHER, "Dankort", dkk("412.35")));
        assertThat(order.stated()).isEqualTo(new StatedTotals(dkk("489.88"), dkk("122.47"), dkk("612.35")));
        assertThat(((PushedOrder.Parsed) read).raw().bytes()).isEqualTo(body);
    }

    @Test
    void fillsInWhatMayBeLeftOut() {
        Order order = parsed(SMALL);

        assertThat(order.number()).isEqualTo("1");
        assertThat(order.delivery()).isEqualTo(Address.EMPTY);
        assertThat(order.lines().getFirst().key()).isEqualTo("1");
        assertThat(order.lines().getFirst().kind()).isEqualTo(LineKind.ITEM);
        assertThat(order.stated()).isEqualTo(StatedTotals.NONE);
    }

    @Test
    void deliversToTheBillingAddressWhenThereIsNoOther() {
        Order order = parsed(with("\"billingAddress\": {\"country\": \"SE\", \"postcode\": \"111 22\"}"));

        assertThat(order.delivery()).isEqualTo(order.billing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Danmark", "XX", "European Community"})
    void leavesTheCountryToAPerson(String country) {
        Order order = parsed(with("\"deliveryAddress\": {\"country\": \"" + country + "\"}"));

        assertThat(order.delivery().country()).isEqualTo(country);
    }

    @Test
    void reportsAllProblemsAtOnce() throws IOException {
        List<Problem> problems = refused(new String(resource("wrong.json"), StandardCharsets.UTF_8));

        assertThat(problems)
                .containsExactlyInAnyOrder(
                        new Problem("/currency", "is no currency code of ISO 4217"),
                        new Problem("/placedAt", "must be a time with offset such as 2026-11-20T10:15:00+01:00"),
                        new Problem("/prices", "must be one of INCLUDING_VAT, EXCLUDING_VAT"),
                        new Problem("/lines/0/unitPrice", "must be a number such as 12.50"),
                        new Problem(
                                "/lines/1/unitPrice",
                                "has too many digits; at most 12 before the point and 20 after it"),
                        new Problem("/lines/1/key", "another line has the key a already"),
                        new Problem("/lines/1/colour", "unknown field"),
                        new Problem("/lines/2/title", "is required"),
                        new Problem("/lines/2/quantity", "is required"),
                        new Problem("/lines/2/vatRate", "must lie between 0 and 100 percent"),
                        new Problem("/lines/3", "must be an object"),
                        new Problem("/discounts/0", "must have either percent or amount"),
                        new Problem("/payments/0/kind", "must be one of GIFT_CARD, OTHER"),
                        new Problem("/exchangeRate", "must be above zero"),
                        new Problem("/a~1b~0c", "unknown field"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "-Infinity",
                "\"NaN\"",
                "1234567890123456789012345678901234567890",
                "\"1234567890123456789012345678901234567890\"",
                "0.1234567890123456789012345678901234567890",
                "1E+999999999",
                "1E-999999999",
                "\"1.234,50\"",
                "\"1e2\"",
                "\" 1\"",
                "\"+1\"",
                "true",
                "[]",
                "{}"
            })
    void refusesWhatIsNoAmount(String amount) {
        List<Problem> problems = refused(SMALL.replace("\"unitPrice\": 100", "\"unitPrice\": " + amount));

        assertThat(problems).extracting(Problem::path).containsExactly("/lines/0/unitPrice");
    }

    @ParameterizedTest
    @CsvSource({"100.00, 100", "\"100.00\", 100", "1E+2, 100", "0.10, 0.1", "-0, 0", "0E-40, 0", "33.330000, 33.33"})
    void readsEqualNumbersAsEqual(String written, BigDecimal value) {
        Order order = parsed(SMALL.replace("\"unitPrice\": 100", "\"unitPrice\": " + written));

        assertThat(order.lines().getFirst().unitPrice()).isEqualTo(value);
    }

    @Test
    void refusesMoreDecimalsThanTheCurrencyHas() {
        String yen = with("\"totals\": {\"gross\": \"100.5\"}").replace("DKK", "JPY");

        assertThat(refused(yen))
                .containsExactly(new Problem("/totals/gross", "has more decimals than JPY has, which is 0"));
    }

    @Test
    void refusesADiscountThatRaisesThePrice() {
        String body = SMALL.replace("\"unitPrice\": 100", "\"unitPrice\": 100, \"discount\": {\"amount\": -5}");

        assertThat(refused(body))
                .containsExactly(new Problem("/lines/0/discount/amount", "must have the sign of its line"));
    }

    @Test
    void refusesTooManyLines() {
        String line = "{\"title\": \"x\", \"quantity\": 1, \"unitPrice\": 1}";
        String lines = "[" + (line + ",").repeat(PushOrders.MAX_LINES) + line + "]";

        List<Problem> problems = refused(SMALL.replaceAll("\\[.*\\]", lines));

        assertThat(problems).contains(new Problem("/lines", "has 1001 entries; at most 1000 are allowed"));
    }

    @Test
    void refusesABodyOverTheLimit() {
        byte[] body = " ".repeat(PushOrders.MAX_BYTES + 1).getBytes(StandardCharsets.UTF_8);

        assertThat(push.parse(SHOP, body))
                .isEqualTo(new PushedOrder.Refused(List.of(new Problem("", "the body is larger than 1048576 bytes"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "null", "{", "{\"id\": 1} {}", "{\"id\": \"1\", \"id\": \"2\"}", "<order/>"})
    void refusesWhatIsNoOrder(String body) {
        assertThat(refused(body)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u001b[1m", "\\ud800"})
    void refusesCharactersNoDatabaseHolds(String text) {
        List<Problem> problems = refused(SMALL.replace("Lampe", text));

        assertThat(problems)
                .containsExactly(new Problem("/lines/0/title", "holds a control character or half a character"));
    }

    @Test
    void stopsListingAfterAHundredProblems() {
        String fields =
                IntStream.range(0, 500).mapToObj(i -> "\"f" + i + "\": 1, ").collect(Collectors.joining());

        List<Problem> problems = refused(SMALL.replaceFirst("\\{", "{" + fields));

        assertThat(problems).hasSize(101);
        assertThat(problems.getLast().reason()).isEqualTo("and more problems; only the first 100 are listed");
    }

    private Order parsed(String body) {
        PushedOrder read = push.parse(SHOP, body.getBytes(StandardCharsets.UTF_8));
        assertThat(read).isInstanceOf(PushedOrder.Parsed.class);
        return ((PushedOrder.Parsed) read).order();
    }

    private List<Problem> refused(String body) {
        PushedOrder read = push.parse(SHOP, body.getBytes(StandardCharsets.UTF_8));
        assertThat(read).isInstanceOf(PushedOrder.Refused.class);
        return ((PushedOrder.Refused) read).problems();
    }

    private static String with(String member) {
        return SMALL.replaceFirst("\\{", "{" + member + ", ");
    }

    private static Money dkk(String amount) {
        return Money.of(DKK, new BigDecimal(amount));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = PushOrdersTests.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }
}
