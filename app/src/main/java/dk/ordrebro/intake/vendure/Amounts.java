package dk.ordrebro.intake.vendure;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import tools.jackson.databind.JsonNode;

/** Amounts of an order: whole øre, as Vendure keeps them for every currency unless the shop has changed it. */
record Amounts(CurrencyUnit currency) {

    /** Vendure's own precision of money. */
    static final int DECIMALS = 2;

    Money money(JsonNode minor) {
        return Money.ofMinor(currency, minor(minor));
    }

    Money money(long minor) {
        return Money.ofMinor(currency, minor);
    }

    BigDecimal decimal(long minor) {
        return BigDecimal.valueOf(minor, DECIMALS);
    }

    static long minor(JsonNode minor) {
        return minor.decimalValue().longValueExact();
    }
}
