package dk.ordrebro.intake.push;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.Address;
import dk.ordrebro.order.Customer;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderDiscount;
import dk.ordrebro.order.OrderKey;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.Payment;
import dk.ordrebro.order.StatedTotals;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class PushOrdersProperties {

    private static final String ORDER = """
            {"id": "1", "placedAt": "2026-11-20T10:15:00+01:00", "currency": "DKK", "prices": "INCLUDING_VAT",
             "customer": {"name": "Ida"}, "lines": [{"title": "Lampe", "quantity": 1.5, "unitPrice": "100"}]}""";

    private final PushOrders push = new PushOrders();

    @Property
    void readsBackWhatItWrote(@ForAll("orders") Order order) {
        byte[] written = push.write(order).getBytes(StandardCharsets.UTF_8);

        PushedOrder read = push.parse(PushOrdersTests.SHOP, written);

        assertThat(read).isInstanceOf(PushedOrder.Parsed.class);
        assertThat(((PushedOrder.Parsed) read).order()).isEqualTo(order);
    }

    @Property
    void neverThrowsOnAnyBytes(@ForAll byte[] body) {
        assertThat(push.parse(PushOrdersTests.SHOP, body)).isInstanceOf(PushedOrder.Refused.class);
    }

    @Property
    void neverThrowsOnABrokenOrder(@ForAll("places") int at, @ForAll("splinters") String splinter) {
        String broken = ORDER.substring(0, at) + splinter + ORDER.substring(at);

        assertThat(push.parse(PushOrdersTests.SHOP, broken.getBytes(StandardCharsets.UTF_8)))
                .isNotNull();
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, ORDER.length());
    }

    @Provide
    Arbitrary<String> splinters() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "{", "}", "[", "]", "\"", ",", ":", "null", "NaN", "-", "1E+99999999999", "0", "\\u0000", "\\"),
                Arbitraries.strings().all().ofMaxLength(5));
    }

    @Provide
    Arbitrary<Order> orders() {
        Arbitrary<CurrencyUnit> currencies =
                Arbitraries.of("DKK", "EUR", "JPY", "KWD").map(CurrencyUnit::of);
        return currencies.flatMap(currency -> Combinators.combine(
                        Arbitraries.of(PriceMode.class),
                        lines(),
                        discounts(currency).list().ofMaxSize(3),
                        money(currency).list().ofMaxSize(3),
                        money(currency).injectNull(0.3),
                        texts(),
                        texts().injectNull(0.3),
                        Arbitraries.longs().between(0, 4_000_000_000_000_000L))
                .as((mode, lines, discounts, payments, gross, text, maybe, micros) -> new Order(
                        new OrderKey(PushOrdersTests.SHOP.company(), PushOrdersTests.SHOP.id(), text),
                        text,
                        Instant.EPOCH.plusNanos(micros * 1_000),
                        currency,
                        mode,
                        new Customer(maybe, maybe, text, maybe, maybe, maybe, gross == null, maybe),
                        new Address(text, text, text, text, text),
                        new Address("", text, "", "", text),
                        lines,
                        discounts,
                        payments.stream()
                                .map(amount -> new Payment(Payment.Kind.GIFT_CARD, text, amount))
                                .toList(),
                        gross == null ? StatedTotals.NONE : new StatedTotals(gross, null, gross),
                        maybe == null ? null : new BigDecimal("7.4593"))));
    }

    private static Arbitrary<List<OrderLine>> lines() {
        Arbitrary<OrderLine> line = Combinators.combine(
                        Arbitraries.of(LineKind.class),
                        texts(),
                        plain("0", "999999999", 6),
                        plain("-999999999999", "999999999999", 20),
                        Arbitraries.oneOf(
                                        plain("0", "100", 6).map(Discount.Percent::new),
                                        Arbitraries.just(new Discount.Amount(BigDecimal.ZERO)))
                                .optional(),
                        plain("0", "100", 6).map(VatRate::new).optional())
                .as((kind, text, quantity, price, discount, rate) ->
                        new OrderLine("", kind, text, text, quantity, price, discount.orElse(null), rate.orElse(null)));
        return line.list().ofMinSize(1).ofMaxSize(5).map(PushOrdersProperties::numbered);
    }

    private static List<OrderLine> numbered(List<OrderLine> lines) {
        List<OrderLine> numbered = new ArrayList<>();
        for (OrderLine line : lines) {
            numbered.add(new OrderLine(
                    "k" + numbered.size(),
                    line.kind(),
                    line.sku(),
                    line.title(),
                    line.quantity(),
                    line.unitPrice(),
                    line.discount(),
                    line.vatRate()));
        }
        return numbered;
    }

    private static Arbitrary<OrderDiscount> discounts(CurrencyUnit currency) {
        return Combinators.combine(
                        texts(), plain("0", "999999", currency.getDecimalPlaces()), Arbitraries.of(true, false))
                .as((title, amount, freight) -> new OrderDiscount(title, new Discount.Amount(amount), freight));
    }

    private static Arbitrary<Money> money(CurrencyUnit currency) {
        return plain("-999999999999999", "999999999999999", currency.getDecimalPlaces())
                .map(amount -> Money.of(currency, amount));
    }

    /** Numbers as we keep them: no needless zeros, no exponent. */
    private static Arbitrary<BigDecimal> plain(String from, String to, int decimals) {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal(from), new BigDecimal(to))
                .ofScale(decimals)
                .map(BigDecimal::stripTrailingZeros)
                .map(number -> number.scale() < 0 ? number.setScale(0) : number);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars("æøåÆØÅéü€漢")
                .ofMinLength(1)
                .ofMaxLength(20);
    }
}
