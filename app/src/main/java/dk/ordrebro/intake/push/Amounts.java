package dk.ordrebro.intake.push;

import dk.ordrebro.order.Discount;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads amounts of the order's currency, with no more decimals than it has. */
final class Amounts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final @Nullable CurrencyUnit currency;

    /** Without a currency no amount is read, and none is found wrong because of it. */
    Amounts(@Nullable CurrencyUnit currency) {
        this.currency = currency;
    }

    /** A stand-in where there is none; the order is refused then. */
    CurrencyUnit currency() {
        return currency == null ? CurrencyUnit.EUR : currency;
    }

    @Nullable
    Money money(Members members, String name) {
        BigDecimal amount = amount(members, name);
        return amount == null ? null : Money.of(currency(), amount);
    }

    Money requiredMoney(Members members, String name) {
        Money money = money(members, name);
        members.require(name, money);
        return money == null ? Money.zero(currency()) : money;
    }

    /** A reduction: exactly one of percent and amount. */
    @Nullable
    Discount discount(Members members) {
        BigDecimal percent = members.number("percent", Digits.PERCENT);
        BigDecimal amount = amount(members, "amount");
        if (members.has("percent") == members.has("amount")) {
            members.refuse("must have either percent or amount");
            return null;
        }
        if (percent != null && (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0)) {
            return members.refuse("percent", "must lie between 0 and 100");
        }
        if (percent != null) {
            return new Discount.Percent(percent);
        }
        return amount == null ? null : new Discount.Amount(amount);
    }

    private @Nullable BigDecimal amount(Members members, String name) {
        BigDecimal amount = members.number(name, Digits.AMOUNT);
        if (amount == null || currency == null) {
            return null;
        }
        if (amount.scale() > currency.getDecimalPlaces()) {
            return members.refuse(
                    name, "has more decimals than " + currency + " has, which is " + currency.getDecimalPlaces());
        }
        return amount;
    }
}
