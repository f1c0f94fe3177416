package dk.ordrebro.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Positive;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class AllocationProperties {

    private static final CurrencyUnit DKK = CurrencyUnit.of("DKK");

    @Property
    void sharesSumToTheTotalAndNoneIsOffByAWholeUnit(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long oere,
            @ForAll @Size(min = 1, max = 20)
                    List<@BigRange(min = "0.01", max = "99999.99") @Scale(2) BigDecimal> weights) {
        Money total = Money.ofMinor(DKK, oere);

        List<Money> shares = Allocation.byWeight(total, weights);

        assertThat(shares.stream().reduce(Money.zero(DKK), Money::plus)).isEqualTo(total);
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        for (int i = 0; i < shares.size(); i++) {
            BigDecimal exact = total.getAmount().multiply(weights.get(i)).divide(sum, 20, RoundingMode.HALF_UP);
            assertThat(shares.get(i).getAmount().subtract(exact).abs()).isLessThan(new BigDecimal("0.01"));
        }
    }

    @Property
    void negativeTotalsMirrorPositiveOnes(
            @ForAll @LongRange(min = 0, max = 1_000_000) long oere,
            @ForAll @Size(min = 1, max = 9) List<@Positive Integer> weights) {
        List<BigDecimal> exact = weights.stream().map(BigDecimal::valueOf).toList();

        assertThat(Allocation.byWeight(Money.ofMinor(DKK, -oere), exact))
                .isEqualTo(Allocation.byWeight(Money.ofMinor(DKK, oere), exact).stream()
                        .map(Money::negated)
                        .toList());
    }

    @Property
    void stretchesThatFollowEachOtherMakeTheWhole(
            @ForAll @LongRange(min = 0, max = 100_000_000) long oere,
            @ForAll @BigRange(min = "0.01", max = "1000") @Scale(2) BigDecimal all,
            @ForAll @BigRange(min = "0", max = "1") @Scale(4) BigDecimal cut) {
        Money whole = Money.ofMinor(DKK, oere);
        BigDecimal at = all.multiply(cut);

        Money first = Allocation.stretch(whole, BigDecimal.ZERO, at, all);
        Money second = Allocation.stretch(whole, at, all, all);

        assertThat(first.plus(second)).isEqualTo(whole);
    }

    @Example
    void givesTiesToTheLowerIndex() {
        List<Money> shares = Allocation.byWeight(
                Money.parse("DKK 100.00"),
                Stream.of("200", "200", "200").map(BigDecimal::new).toList());

        assertThat(shares).extracting(Money::toString).containsExactly("DKK 33.34", "DKK 33.33", "DKK 33.33");
    }

    @Example
    void refusesWeightsThatLeadNowhere() {
        Money one = Money.parse("DKK 1.00");

        assertThatIllegalArgumentException().isThrownBy(() -> Allocation.byWeight(one, List.of(BigDecimal.ZERO)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allocation.byWeight(one, List.of(BigDecimal.ONE, BigDecimal.valueOf(-1))));
    }
}
