package dk.ordrebro.intake.woocommerce;

import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.Vat;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.StatedTotals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Puts the shop's net amounts into the price mode in which they come to the shop's own total ({@code docs/reference/vat.md} 5.3). Net prices stay net
 * where each line's VAT is what the ledger will compute; everything else is sent gross, because gross is what the customer paid. A shop that
 * rounds VAT at the subtotal is left net, for its VAT belongs to no line.
 */
final class Pricing {

    private static final int PRICE_DECIMALS = 10;

    private final CurrencyUnit currency;
    private final List<Sold> sold;
    private final Money total;
    private final BigDecimal vat;
    private final boolean wholeUnits;

    /**
     * Looks at an order's amounts.
     *
     * @param total with VAT, before gift cards paid any of it
     * @param vat in total
     * @param wholeUnits whether the shop shows no decimals, so that its VAT is no amount to the minor unit
     */
    Pricing(CurrencyUnit currency, List<Sold> sold, Money total, BigDecimal vat, boolean wholeUnits) {
        this.currency = currency;
        this.sold = sold;
        this.total = total;
        this.vat = vat;
        this.wholeUnits = wholeUnits;
    }

    /** Empty when no way of reading the lines comes to the total. */
    Optional<PriceMode> mode(boolean enteredWithVat) {
        boolean grossMeets = sum(PriceMode.INCLUDING_VAT).isEqual(total);
        if (grossMeets && !enteredWithVat && sold.stream().allMatch(this::ledgerAgrees)) {
            return Optional.of(PriceMode.EXCLUDING_VAT);
        }
        if (grossMeets) {
            return Optional.of(PriceMode.INCLUDING_VAT);
        }
        BigDecimal net = sold.stream().map(one -> one.after().net()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return !wholeUnits && net.add(vat).compareTo(total.getAmount()) == 0
                ? Optional.of(PriceMode.EXCLUDING_VAT)
                : Optional.empty();
    }

    /** By how much the lines miss the total, and what a shop's owner can do about it. */
    Reason difference() {
        Money lines = sum(PriceMode.INCLUDING_VAT);
        return Reason.of(
                wholeUnits ? ReasonKind.WOO_WHOLE_UNITS : ReasonKind.WOO_SUM_DIFFERS,
                total.toString(),
                lines.toString(),
                total.minus(lines).toString());
    }

    StatedTotals stated() {
        return new StatedTotals(null, wholeUnits ? null : round(vat), total);
    }

    List<OrderLine> lines(PriceMode mode) {
        return sold.stream().map(one -> line(one, mode)).toList();
    }

    private OrderLine line(Sold one, PriceMode mode) {
        BigDecimal after = round(one.after().in(mode)).getAmount();
        BigDecimal before = round(one.before().in(mode)).getAmount();
        // a line that costs more than it was listed at was made dearer by hand: that is its price
        BigDecimal listed = before.abs().compareTo(after.abs()) < 0 ? after : before;
        return new OrderLine(
                one.key(),
                one.kind(),
                one.sku(),
                one.title(),
                one.quantity(),
                price(listed, exact(one, mode, listed, after), one.quantity()),
                discount(listed.subtract(after)),
                one.rate());
    }

    /** The unrounded amount where the shop keeps more decimals than the currency has; it rounds to the same. */
    private static BigDecimal exact(Sold one, PriceMode mode, BigDecimal listed, BigDecimal after) {
        return (listed.compareTo(after) == 0 ? one.after() : one.before()).in(mode);
    }

    /** With as few decimals as say it; so many at most that pieces times price rounds to the amount. */
    private BigDecimal price(BigDecimal listed, BigDecimal exact, BigDecimal quantity) {
        if (quantity.signum() == 0) {
            return listed;
        }
        BigDecimal price =
                exact.divide(quantity, PRICE_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return price.scale() < currency.getDecimalPlaces() ? price.setScale(currency.getDecimalPlaces()) : price;
    }

    private static @Nullable Discount discount(BigDecimal off) {
        return off.signum() == 0 ? null : new Discount.Amount(off);
    }

    private boolean ledgerAgrees(Sold one) {
        if (one.rate() == null || one.isReduction()) {
            return false;
        }
        Money net = round(one.after().net());
        return Vat.on(net, one.rate()).isEqual(round(one.after().vat()));
    }

    private Money sum(PriceMode mode) {
        return sold.stream().map(one -> round(one.after().in(mode))).reduce(Money.zero(currency), Money::plus);
    }

    private Money round(BigDecimal amount) {
        return Money.of(currency, amount, RoundingMode.HALF_UP);
    }
}
