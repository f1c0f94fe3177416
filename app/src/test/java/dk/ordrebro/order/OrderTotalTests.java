package dk.ordrebro.order;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.enrichment.GivenOrder;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrderTotalTests {

    static Stream<Arguments> orders() {
        return Stream.of(
                Arguments.of(order().item("2", "100").statedGross("199.99"), "199.99", OrderTotal.Basis.STATED),
                Arguments.of(
                        order().net().item("2", "100").statedNet("200").statedVat("50"),
                        "250.00",
                        OrderTotal.Basis.STATED),
                Arguments.of(order().item("2", "100").freight("39"), "239.00", OrderTotal.Basis.LINES),
                // 12.5 % of 3 × 33.33 = 12.49875, rounded; then 10 kr. of the order
                Arguments.of(
                        order().item("3", "33.33", new Discount.Percent(new BigDecimal("12.5")))
                                .off("10"),
                        "77.49",
                        OrderTotal.Basis.LINES),
                Arguments.of(
                        order().item("1", "100").line(LineKind.DISCOUNT, "1", "-30", null),
                        "70.00",
                        OrderTotal.Basis.LINES),
                Arguments.of(order().net().rate("25").item("1", "99.99"), "124.99", OrderTotal.Basis.LINES),
                Arguments.of(order().net().rate(null).item("1", "99.99"), "99.99", OrderTotal.Basis.NET_LINES),
                Arguments.of(order().item("-2", "100").freight("-39"), "-239.00", OrderTotal.Basis.LINES),
                Arguments.of(order(), "0.00", OrderTotal.Basis.LINES));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void isWhatTheShopSaysOrElseWhatTheLinesComeTo(GivenOrder given, String amount, OrderTotal.Basis basis) {
        assertThat(OrderTotal.of(given.build())).isEqualTo(new OrderTotal(Money.parse("DKK " + amount), basis));
    }
}
