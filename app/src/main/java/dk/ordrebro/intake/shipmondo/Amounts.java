package dk.ordrebro.intake.shipmondo;

import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.StatedTotals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Amounts and rates as Shipmondo's clients write them: prices without VAT, rates as fractions, some of them with the tail of a division. */
final class Amounts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** Decimals of a percentage: no member state has more, and 0.24999 is 25 %. */
    private static final int RATE_DECIMALS = 2;

    private Amounts() {}

    /** @throws Unclear when it is finer than the currency */
    static Money money(CurrencyUnit currency, BigDecimal amount, String field) {
        if (amount.scale() > currency.getDecimalPlaces()) {
            throw new Unclear(ReasonKind.SHIPMONDO_AMOUNT_TOO_FINE, field, amount.toPlainString(), currency.getCode());
        }
        return Money.of(currency, amount);
    }

    static CurrencyUnit currency(String code) {
        return CurrencyUnit.registeredCurrencies().stream()
                .filter(known -> known.getCode().equals(code) && !known.isPseudoCurrency())
                .findFirst()
                .orElseThrow(() -> new Unclear(ReasonKind.SHIPMONDO_CURRENCY, code));
    }

    /** The order's own totals. They are what our sums must meet. */
    static StatedTotals stated(Told payment, CurrencyUnit currency) {
        Money gross = money(currency, payment.required("amount_including_vat"), "amount_including_vat");
        Money vat = payment.number("vat_amount")
                .map(amount -> money(currency, amount, "vat_amount"))
                .orElse(null);
        Money net = payment.number("amount_excluding_vat")
                .map(amount -> money(currency, amount, "amount_excluding_vat"))
                .orElseGet(() -> vat == null ? null : gross.minus(vat));
        return new StatedTotals(net, vat, gross);
    }

    /** A line with its discount and VAT, unrounded. */
    static BigDecimal gross(OrderLine line) {
        BigDecimal off = line.discount() instanceof Discount.Amount(BigDecimal value) ? value : BigDecimal.ZERO;
        VatRate rate = line.vatRate() == null ? VatRate.ZERO : line.vatRate();
        return line.value().subtract(off).multiply(BigDecimal.ONE.add(rate.fraction()));
    }

    /** A rate as it stands in the field: a fraction, or, as some clients have it, 25 for 25 %. */
    static VatRate rate(BigDecimal told, String field) {
        BigDecimal percent = told.compareTo(BigDecimal.ONE) > 0 ? told : told.multiply(HUNDRED);
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new Unclear(ReasonKind.SHIPMONDO_RATE, field, told.toPlainString());
        }
        return new VatRate(percent.setScale(RATE_DECIMALS, RoundingMode.HALF_UP));
    }

    /** The one rate that a net amount and its VAT show; empty when they show none that there could be. */
    static Optional<VatRate> shown(@Nullable Money net, @Nullable Money vat) {
        if (net == null || vat == null || net.isZero()) {
            return Optional.empty();
        }
        if (vat.isZero()) {
            return Optional.of(VatRate.ZERO);
        }
        BigDecimal percent = vat.getAmount().multiply(HUNDRED).divide(net.getAmount(), 1, RoundingMode.HALF_UP);
        boolean halves = percent.multiply(BigDecimal.TWO).stripTrailingZeros().scale() <= 0;
        if (!halves || percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            return Optional.empty();
        }
        Money again = net.multipliedBy(percent.movePointLeft(2), RoundingMode.HALF_UP);
        return again.minus(vat).abs().isGreaterThan(Money.ofMinor(net.getCurrencyUnit(), 2))
                ? Optional.empty()
                : Optional.of(new VatRate(percent));
    }
}
