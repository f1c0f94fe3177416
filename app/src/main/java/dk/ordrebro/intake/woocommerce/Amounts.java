package dk.ordrebro.intake.woocommerce;

import dk.ordrebro.money.PriceMode;
import java.math.BigDecimal;

/** A net amount and its VAT, as WooCommerce always gives them, in the order's currency. */
record Amounts(BigDecimal net, BigDecimal vat) {

    static final Amounts ZERO = new Amounts(BigDecimal.ZERO, BigDecimal.ZERO);

    BigDecimal gross() {
        return net.add(vat);
    }

    BigDecimal in(PriceMode mode) {
        return mode == PriceMode.INCLUDING_VAT ? gross() : net;
    }

    Amounts plus(Amounts other) {
        return new Amounts(net.add(other.net), vat.add(other.vat));
    }

    boolean isZero() {
        return net.signum() == 0 && vat.signum() == 0;
    }
}
