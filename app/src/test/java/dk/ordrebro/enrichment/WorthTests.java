package dk.ordrebro.enrichment;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an order and its parts are worth before anybody has decided how they are booked. */
class WorthTests {

    private static Fulfillment part(FulfilledLine... lines) {
        return of(null, lines);
    }

    private static Fulfillment of(@Nullable FulfillmentId returnOf, FulfilledLine... lines) {
        return new Fulfillment(
                new CompanyId(new UUID(0, 1)),
                new FulfillmentId(UUID.randomUUID()),
                new OrderId(new UUID(0, 2)),
                1,
                1,
                null,
                returnOf,
                false,
                Given.HANDLED,
                List.of(lines));
    }

    private static FulfilledLine line(String key, int from, int quantity) {
        return new FulfilledLine(key, BigDecimal.valueOf(from), BigDecimal.valueOf(quantity));
    }

    private static Money dkk(String amount) {
        return Money.parse("DKK " + amount);
    }

    @Test
    void isTheTotalTheShopStates() {
        assertThat(Worth.of(order().item("2", "100").statedGross("199.99").build()))
                .contains(dkk("199.99"));
    }

    @Test
    void isTheSumOfTheLinesWhereNoTotalIsStated() {
        assertThat(Worth.of(order().item("2", "100").freight("39").off("20").build()))
                .contains(dkk("219.00"));
    }

    @Test
    void addsVatToNetPrices() {
        assertThat(Worth.of(order().net().item("3", "9.99").build())).contains(dkk("37.46"));
    }

    @Test
    void isUnknownWhereNetPricesNameNoRateAndNoTotalIsStated() {
        assertThat(Worth.of(order().net().rate(null).item("1", "100").build())).isEmpty();
        assertThat(Worth.of(order().net().rate(null).item("1", "100").build(), part(line("1", 0, 1))))
                .isEqualTo(Optional.empty());
    }

    @Test
    void spreadsAStatedTotalOverNetLinesWithoutARate() {
        Order order = order().net()
                .rate(null)
                .item("1", "100")
                .item("1", "300")
                .statedGross("500")
                .build();

        assertThat(Worth.of(order, part(line("1", 0, 1)))).contains(dkk("125.00"));
        assertThat(Worth.of(order, part(line("2", 0, 1)))).contains(dkk("375.00"));
    }

    @Test
    void isNegativeForAnOrderThatTakesBack() {
        assertThat(Worth.of(order().item("-1", "80").build())).contains(dkk("-80.00"));
    }

    @Test
    void takesBackWhatWasDeliveredAndNoMore() {
        Order order = order().item("3", "33.33").statedGross("100").build();
        Fulfillment delivery = part(line("1", 0, 3));

        Money first =
                Worth.back(order, delivery, of(delivery.id(), line("1", 0, 1))).orElseThrow();
        Money rest =
                Worth.back(order, delivery, of(delivery.id(), line("1", 1, 2))).orElseThrow();

        assertThat(first).isEqualTo(dkk("-33.33"));
        assertThat(first.plus(rest)).isEqualTo(dkk("-100.00"));
    }

    @Test
    void givesALineTheOrderNoLongerHasNoWorth() {
        assertThat(Worth.of(order().item("1", "50").build(), part(line("9", 0, 1))))
                .contains(dkk("0.00"));
    }

    @Property
    void makesTheOrderOfItsParts(
            @ForAll @IntRange(min = 2, max = 9) int pieces,
            @ForAll @IntRange(min = 1, max = 8) int cut,
            @ForAll @IntRange(max = 99_999) int price,
            @ForAll @IntRange(max = 99_999) int stated) {
        int first = Math.min(cut, pieces - 1);
        Order order = order().item(
                        Integer.toString(pieces), BigDecimal.valueOf(price, 2).toPlainString())
                .freight("39")
                .statedGross(BigDecimal.valueOf(stated, 2).toPlainString())
                .build();

        Money one = Worth.of(order, part(line("1", 0, first), line("2", 0, 1))).orElseThrow();
        Money other = Worth.of(order, part(line("1", first, pieces - first))).orElseThrow();

        assertThat(one.plus(other)).isEqualTo(order.stated().gross());
    }
}
