package dk.ordrebro.intake.shopify;

import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.order.StatedTotals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The amounts the customer was shown. Shopify tells every amount twice, in the shop's currency and in the customer's, each rounded for itself,
 * so that sums hold only within one column; what the customer was asked to pay is what is invoiced.
 */
record Column(CurrencyUnit currency) {

    private static final int RATE_DECIMALS = 6;

    static Column of(JsonNode order) {
        String code = Json.required(order, "presentmentCurrencyCode");
        return CurrencyUnit.registeredCurrencies().stream()
                .filter(unit -> unit.getCode().equals(code) && !unit.isPseudoCurrency())
                .findFirst()
                .map(Column::new)
                .orElseThrow(() -> new Unclear(ReasonKind.SHOPIFY_CURRENCY, code));
    }

    /** The amount in a {@code MoneyBag}; zero where there is no bag. */
    BigDecimal amount(JsonNode bag) {
        if (bag.isMissingNode() || bag.isNull()) {
            return BigDecimal.ZERO;
        }
        JsonNode money = bag.path("presentmentMoney");
        String code = Json.required(money, "currencyCode");
        if (!code.equals(currency.getCode())) {
            throw new Unclear(ReasonKind.SHOPIFY_CURRENCIES_MIXED, code, currency.getCode());
        }
        return decimal(money);
    }

    /** The same, with no more decimals than the currency has. */
    BigDecimal cash(JsonNode bag) {
        BigDecimal amount = amount(bag);
        if (amount.stripTrailingZeros().scale() > currency.getDecimalPlaces()) {
            throw new Unclear(ReasonKind.SHOPIFY_DECIMALS, amount.toPlainString(), currency.getCode());
        }
        return amount;
    }

    private static BigDecimal decimal(JsonNode money) {
        return new BigDecimal(Json.required(money, "amount"));
    }

    Money money(BigDecimal amount) {
        return Money.of(currency, amount, RoundingMode.UNNECESSARY);
    }

    StatedTotals totals(BigDecimal gross, BigDecimal vat) {
        return new StatedTotals(money(gross.subtract(vat)), money(vat), money(gross));
    }

    BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(currency.getDecimalPlaces(), RoundingMode.HALF_UP);
    }

    /** The smallest amount there is. */
    BigDecimal minor() {
        return BigDecimal.ONE.movePointLeft(currency.getDecimalPlaces());
    }

    /** Danish kroner for one unit, where the shop counts in kroner and the customer does not. */
    @Nullable
    BigDecimal danishRate(JsonNode totalBag) {
        JsonNode shop = totalBag.path("shopMoney");
        BigDecimal customers = amount(totalBag);
        boolean pinned = "DKK".equals(Json.text(shop, "currencyCode"))
                && !currency.getCode().equals("DKK")
                && customers.signum() != 0;
        return pinned ? decimal(shop).divide(customers, RATE_DECIMALS, RoundingMode.HALF_UP) : null;
    }
}
