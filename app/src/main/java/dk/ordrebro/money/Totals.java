package dk.ordrebro.money;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Net, VAT and gross of a line or a document, in one currency and to its minor unit. Net and VAT always make gross.
 */
public record Totals(Money net, Money vat, Money gross) {

    public Totals {
        if (!net.plus(vat).isEqual(gross)) {
            throw new IllegalArgumentException("Net " + net + " and VAT " + vat + " do not make " + gross);
        }
    }

    public static Totals zero(CurrencyUnit currency) {
        Money zero = Money.zero(currency);
        return new Totals(zero, zero, zero);
    }

    public static Totals ofNet(Money net, Money vat) {
        return new Totals(net, vat, net.plus(vat));
    }

    public static Totals ofGross(Money gross, Money vat) {
        return new Totals(gross.minus(vat), vat, gross);
    }

    public Totals plus(Totals other) {
        return new Totals(net.plus(other.net), vat.plus(other.vat), gross.plus(other.gross));
    }

    public Totals minus(Totals other) {
        return plus(other.negated());
    }

    public Totals negated() {
        return new Totals(net.negated(), vat.negated(), gross.negated());
    }

    public boolean isZero() {
        return net.isZero() && vat.isZero();
    }
}
