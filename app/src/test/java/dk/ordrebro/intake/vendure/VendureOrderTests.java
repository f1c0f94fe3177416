package dk.ordrebro.intake.vendure;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ShopContext;
import dk.ordrebro.intake.ShopDelivery;
import dk.ordrebro.intake.ShopReturn;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.intake.Translation.NotUnderstood;
import dk.ordrebro.intake.Translation.Passed;
import dk.ordrebro.intake.Translation.Understood;
import dk.ordrebro.intake.push.PushOrders;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.StatedTotals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class VendureOrderTests {

    private static final UUID ANY = new UUID(7, 7);
    private static final String B2B = "shop-dk-b2b-coupon.partially-shipped";
    private static final String DELIVERED = "shop-dk-consumer.delivered";

    private final ShopContext shop = new ShopContext(
            new OrderIntegration(
                    new CompanyId(ANY),
                    new OrderIntegrationId(ANY),
                    "Krus og Te",
                    OrderPlatform.VENDURE,
                    "krus",
                    null,
                    FreightRule.FIRST,
                    ContactMode.PER_CUSTOMER,
                    ProductMode.PER_TEMPLATE,
                    false,
                    true),
            new ShopConnection(new CompanyId(ANY), new OrderIntegrationId(ANY), Map.of(), Map.of(), Map.of()));

    @ParameterizedTest
    @ValueSource(strings = {B2B, DELIVERED, "shop-dk-consumer.payment-settled", "shop-dk-consumer.shipped"})
    void readsEveryRecordingAsTheFileBesideItSays(String recording) {
        Understood understood = understood(recorded(recording));
        assertThat(told(understood)).isEqualToNormalizingNewlines(file(recording + ".expected.txt"));
        assertThat(sum(understood.order()))
                .isEqualByComparingTo(
                        Objects.requireNonNull(understood.order().stated().gross())
                                .getAmount());
    }

    @Test
    void passesOverACartAndAnOrderSomebodyWorksOn() {
        assertThat(translate(changed(DELIVERED, order -> order.put("active", true))))
                .isInstanceOf(Passed.class);
        assertThat(translate(changed(DELIVERED, order -> order.put("state", "Modifying"))))
                .isInstanceOf(Passed.class);
    }

    @Test
    void holdsWhatItCannotUnderstand() {
        assertThat(reason(changed(DELIVERED, order -> order.put("state", "Packed"))))
                .isEqualTo("VENDURE_STATE");
        assertThat(reason(changed(DELIVERED, order -> order.put("type", "Seller"))))
                .isEqualTo("VENDURE_TYPE");
        assertThat(reason(changed(DELIVERED, order -> order.put("currencyCode", "JPY"))))
                .isEqualTo("VENDURE_CURRENCY");
        assertThat(reason(changed(
                        DELIVERED,
                        order -> ((ObjectNode) order.path("shippingLines").path(0))
                                .put("discountedPriceWithTax", 4500))))
                .isEqualTo("VENDURE_FREIGHT_VAT");
        assertThat(reason(changed(
                        DELIVERED,
                        order -> ((ArrayNode) line(order, 0).path("taxLines"))
                                .addObject()
                                .put("taxRate", 3))))
                .isEqualTo("VENDURE_SEVERAL_TAXES");
    }

    @Test
    void readsAnOrderCancelledBeforeAnythingWentOutAsNothingToDeliver() {
        Understood cancelled = understood(changed("shop-dk-consumer.payment-settled", order -> {
            order.put("state", "Cancelled");
            order.path("lines")
                    .forEach(line -> ((ObjectNode) line).put("quantity", 0).put("proratedLinePriceWithTax", 0));
        }));
        assertThat(cancelled.order().deliverableLines()).isEmpty();
        assertThat(cancelled.order().stated()).isEqualTo(StatedTotals.NONE);
    }

    @Test
    void takesBackThePiecesARefundPaysFor() {
        Understood refunded = understood(changed(DELIVERED, order -> {
            line(order, 0).put("quantity", 1).put("proratedLinePriceWithTax", 14995);
            refund(order, 14995, 1, 1);
        }));
        assertThat(refunded.returns())
                .extracting(ShopReturn::shopKey, ShopReturn::quantities)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("refund:9", Map.of("1", BigDecimal.ONE)));
        assertThat(refunded.questions()).isEmpty();
        assertThat(refunded.order().lines().getFirst().quantity()).isEqualByComparingTo("2");
    }

    @Test
    void takesBackFreightTooWhereTheRefundPaysForIt() {
        Understood refunded = understood(changed(DELIVERED, order -> refund(order, 14995 + 4900, 1, 1)));
        assertThat(refunded.returns().getFirst().quantities()).containsOnlyKeys("1", "shipping-1");
    }

    @Test
    void asksAboutARefundThatIsNoPriceOfPieces() {
        Understood refunded = understood(changed(DELIVERED, order -> refund(order, 5000, 1, 0)));
        assertThat(refunded.returns()).isEmpty();
        assertThat(refunded.refunds())
                .singleElement()
                .satisfies(one -> assertThat(one.gross()).hasToString("DKK 50.00"));
    }

    @Test
    void makesNoReturnOfPiecesThatWereCalledOffBeforeTheyWentOut() {
        Understood refunded = understood(changed(B2B, order -> {
            line(order, 0).put("quantity", 0);
            refund(order, 13496, 4, 1);
        }));
        assertThat(refunded.returns()).isEmpty();
        assertThat(refunded.questions()).isEmpty();
    }

    @Test
    void asksAboutGoodsThatCameBackAndWereNotPaidFor() {
        Understood back = understood(
                changed(DELIVERED, order -> line(order, 0).put("quantity", 1).put("proratedLinePriceWithTax", 14995)));
        assertThat(back.questions()).extracting(Reason::code).containsExactly("VENDURE_BACK_UNPAID");
    }

    /** A net shop: 3 pieces at 2,666 net are 9,998 gross by Vendure, 3 at the rounded gross price of 33,33 would be 99,99. */
    @Test
    void givesALineItsAmountToTheOreWhateverItsPriceTimesItsQuantity() {
        Understood net = understood(changed(DELIVERED, order -> {
            line(order, 0)
                    .put("quantity", 3)
                    .put("orderPlacedQuantity", 3)
                    .put("unitPriceWithTax", 3332)
                    .put("proratedLinePriceWithTax", 9998);
        }));
        OrderLine line = net.order().lines().getFirst();
        assertThat(amount(line)).isEqualByComparingTo("99.98");
        assertThat(line.discount()).isNull();
    }

    private static void refund(ObjectNode order, long total, int line, int pieces) {
        ObjectNode refund = ((ArrayNode) order.path("payments").path(0).path("refunds"))
                .addObject()
                .put("id", "9")
                .put("state", "Settled")
                .put("createdAt", "2026-11-24T09:00:00.000Z")
                .put("total", total);
        ArrayNode lines = refund.putArray("lines");
        if (pieces > 0) {
            lines.addObject().put("orderLineId", Integer.toString(line)).put("quantity", pieces);
        }
    }

    private static ObjectNode line(ObjectNode order, int index) {
        return (ObjectNode) order.path("lines").path(index);
    }

    private static BigDecimal sum(Order order) {
        return order.lines().stream().map(VendureOrderTests::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(OrderLine line) {
        BigDecimal base = line.value().setScale(2, RoundingMode.HALF_UP);
        return line.discount() instanceof Discount.Amount(BigDecimal off) ? base.subtract(off) : base;
    }

    private Translation translate(ObjectNode order) {
        return new VendureOrder(order).translate(shop);
    }

    private Understood understood(ObjectNode order) {
        return (Understood) translate(order);
    }

    private String reason(ObjectNode order) {
        return ((NotUnderstood) translate(order)).reasons().getFirst().code();
    }

    private static ObjectNode changed(String recording, Consumer<ObjectNode> change) {
        ObjectNode order = recorded(recording);
        change.accept(order);
        return order;
    }

    private static ObjectNode recorded(String name) {
        return (ObjectNode) VendureApi.JSON.readTree(file(name + ".json"));
    }

    private static String file(String name) {
        try (var in = Objects.requireNonNull(VendureOrderTests.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pieces in the order of their lines, whatever order a map has them in. */
    private static String told(ShopDelivery delivery) {
        return "delivery %s at %s of %s%s"
                .formatted(
                        delivery.shopKey(),
                        delivery.handledAt(),
                        new TreeMap<>(delivery.quantities()),
                        delivery.cancelled() ? ", cancelled" : "");
    }

    /** The order in the push format, then a line for each delivery, return and question. */
    private static String told(Understood understood) {
        String events = List.of(
                        understood.deliveries().stream()
                                .map(VendureOrderTests::told)
                                .toList(),
                        understood.returns().stream().map(ShopReturn::toString).toList(),
                        understood.questions().stream().map(Reason::toString).toList())
                .stream()
                .flatMap(List::stream)
                .collect(Collectors.joining("\n"));
        return new PushOrders().write(understood.order()) + "\n" + events + "\n";
    }
}
