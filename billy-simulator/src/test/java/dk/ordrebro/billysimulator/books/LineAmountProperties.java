package dk.ordrebro.billysimulator.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class LineAmountProperties {

    private static final BigDecimal HALF_A_HUNDREDTH = new BigDecimal("0.005");

    @Property
    void taxOnTopIsTheRateToTheNearestHundredth(
            @ForAll @BigRange(min = "-100000", max = "100000") @Scale(4) BigDecimal price,
            @ForAll @IntRange(min = 1, max = 500) int quantity,
            @ForAll @IntRange(max = 30) int percent) {
        BigDecimal rate = BigDecimal.valueOf(percent, 2);

        LineAmount line = LineAmount.of(false, BigDecimal.valueOf(quantity), price, LineAmount.Discount.NONE, rate);

        assertThat(line.amount()
                        .subtract(price.multiply(BigDecimal.valueOf(quantity)))
                        .abs())
                .isLessThanOrEqualTo(HALF_A_HUNDREDTH);
        assertThat(line.tax().rounded(2).subtract(line.amount().multiply(rate)).abs())
                .isLessThanOrEqualTo(HALF_A_HUNDREDTH);
    }

    @Property
    void taxWithinIsWhatTheNetWouldCarry(
            @ForAll @BigRange(min = "-100000", max = "100000") @Scale(2) BigDecimal price,
            @ForAll @IntRange(max = 30) int percent) {
        BigDecimal rate = BigDecimal.valueOf(percent, 2);

        LineAmount line = LineAmount.of(true, BigDecimal.ONE, price, LineAmount.Discount.NONE, rate);

        BigDecimal net = line.amount().subtract(line.tax().rounded(2));
        assertThat(line.amount()).isEqualByComparingTo(price);
        assertThat(net.multiply(rate).subtract(line.tax().rounded(2)).abs())
                .isLessThanOrEqualTo(HALF_A_HUNDREDTH.multiply(BigDecimal.ONE.add(rate)));
    }

    @Property
    void aCreditIsTheMirrorOfItsInvoice(
            @ForAll @BigRange(min = "0", max = "100000") @Scale(3) BigDecimal price, @ForAll boolean including) {
        BigDecimal rate = new BigDecimal("0.25");

        LineAmount sold = LineAmount.of(including, BigDecimal.ONE, price, LineAmount.Discount.NONE, rate);
        LineAmount back = LineAmount.of(including, BigDecimal.ONE, price.negate(), LineAmount.Discount.NONE, rate);

        assertThat(back.amount()).isEqualByComparingTo(sold.amount().negate());
        assertThat(back.tax().rounded(2))
                .isEqualByComparingTo(sold.tax().rounded(2).negate());
    }
}
