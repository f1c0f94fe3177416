package dk.ordrebro.command.demo;

import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.Vat;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.OrderDiscount;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.StatedTotals;
import java.math.RoundingMode;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Adds up an order the way the invented shop does, on its own and not with the sums it will be checked by. */
final class Till {

    private final CurrencyUnit currency;
    private final PriceMode mode;
    private final List<OrderLine> lines;
    private final List<OrderDiscount> discounts;

    Till(CurrencyUnit currency, PriceMode mode, List<OrderLine> lines, List<OrderDiscount> discounts) {
        this.currency = currency;
        this.mode = mode;
        this.lines = lines;
        this.discounts = discounts;
    }

    Money gross() {
        Money amount = amount();
        return mode == PriceMode.INCLUDING_VAT ? amount : amount.plus(vatOnTop());
    }

    /** The VAT is stated where one rate is charged; the shop does not say it for mixed orders. */
    StatedTotals stated() {
        Money gross = gross();
        if (mode == PriceMode.EXCLUDING_VAT) {
            return new StatedTotals(amount(), vatOnTop(), gross);
        }
        VatRate rate = onlyRate();
        if (rate == null) {
            return new StatedTotals(null, null, gross);
        }
        Money vat = Vat.within(gross, rate);
        return new StatedTotals(gross.minus(vat), vat, gross);
    }

    private @Nullable VatRate onlyRate() {
        List<VatRate> rates = lines.stream().map(OrderLine::vatRate).distinct().toList();
        return rates.size() == 1 ? rates.getFirst() : null;
    }

    private Money amount() {
        Money amount = sum(lines);
        for (OrderDiscount discount : discounts) {
            Money scope = sum(lines.stream()
                    .filter(line -> discount.onFreightToo() || line.kind() == LineKind.ITEM)
                    .toList());
            amount = amount.minus(reduction(discount.discount(), scope));
        }
        return amount;
    }

    private Money vatOnTop() {
        Money vat = Money.zero(currency);
        for (OrderLine line : lines) {
            VatRate rate = line.vatRate();
            vat = vat.plus(rate == null ? Money.zero(currency) : Vat.on(amount(line), rate));
        }
        return vat;
    }

    private Money sum(List<OrderLine> some) {
        return some.stream().map(this::amount).reduce(Money.zero(currency), Money::plus);
    }

    private Money amount(OrderLine line) {
        Money full = Money.of(currency, line.quantity().multiply(line.unitPrice()), RoundingMode.HALF_UP);
        return line.discount() == null ? full : full.minus(reduction(line.discount(), full));
    }

    private Money reduction(Discount discount, Money full) {
        return switch (discount) {
            case Discount.Percent(var percent) -> full.multipliedBy(percent.movePointLeft(2), RoundingMode.HALF_UP);
            case Discount.Amount(var value) -> {
                Money off = Money.of(currency, value);
                yield off.isGreaterThan(full) ? full : off;
            }
        };
    }
}
