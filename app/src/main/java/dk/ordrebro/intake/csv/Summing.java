package dk.ordrebro.intake.csv;

import dk.ordrebro.money.PriceMode;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderDiscount;
import dk.ordrebro.order.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Adds up the orders of a file, for each currency. */
final class Summing {

    private static final Duration A_YEAR = Duration.ofDays(365);

    private final Instant now;
    private final Map<String, CsvSum> sums = new TreeMap<>();

    Summing(Instant now) {
        this.now = now;
    }

    List<CsvSum> sums() {
        return List.copyOf(sums.values());
    }

    void add(Order order) {
        CurrencyUnit currency = order.currency();
        Money freight = Money.zero(currency);
        Money goods = Money.zero(currency);
        Money discounts = Money.zero(currency);
        for (OrderLine line : order.lines()) {
            Money value = Money.of(currency, line.value(), RoundingMode.HALF_UP);
            if (line.kind() == LineKind.FREIGHT) {
                freight = freight.plus(value);
            } else {
                goods = goods.plus(value);
            }
            discounts = line.isReduction() ? discounts.minus(value) : discounts;
        }
        for (OrderDiscount discount : order.discounts()) {
            if (discount.discount() instanceof Discount.Amount(BigDecimal off)) {
                Money money = Money.of(currency, off, RoundingMode.HALF_UP);
                goods = goods.minus(money);
                discounts = discounts.plus(money);
            }
        }
        Money total = goods.plus(freight);
        Money gross = order.stated().gross();
        boolean disagrees = gross != null && order.priceMode() == PriceMode.INCLUDING_VAT && !gross.isEqual(total);
        CsvSum one = new CsvSum(
                1,
                goods,
                freight,
                discounts,
                total,
                gross == null ? Money.zero(currency) : gross,
                disagrees ? 1 : 0,
                order.placedAt().isBefore(now.minus(A_YEAR)) ? 1 : 0);
        sums.merge(currency.getCode(), one, Summing::plus);
    }

    private static CsvSum plus(CsvSum one, CsvSum other) {
        return new CsvSum(
                one.orders() + other.orders(),
                one.goods().plus(other.goods()),
                one.freight().plus(other.freight()),
                one.discounts().plus(other.discounts()),
                one.total().plus(other.total()),
                one.stated().plus(other.stated()),
                one.disagreeing() + other.disagreeing(),
                one.old() + other.old());
    }
}
