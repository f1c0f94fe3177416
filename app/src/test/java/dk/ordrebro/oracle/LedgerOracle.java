package dk.ordrebro.oracle;

import dk.ordrebro.accounting.DraftLine;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.money.PriceMode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * What a ledger makes of a document that is sent to it, by each of the three ways of rounding VAT. Written from {@code docs/reference/billy-api.md} 8, with none of the product's own
 * arithmetic.
 */
public final class LedgerOracle {

    private static final Exact HUNDRED = Exact.of(BigDecimal.valueOf(100));

    private LedgerOracle() {}

    /** Where VAT is rounded. */
    public enum Way {
        OVER_THE_DOCUMENT,
        ON_EACH_LINE,
        ON_EACH_RATE
    }

    /** What a document comes to, in hundredths. */
    public record Sums(Exact net, Exact vat, Exact gross) {

        public static final Sums NOUGHT = new Sums(Exact.NOUGHT, Exact.NOUGHT, Exact.NOUGHT);

        public Sums plus(Sums other) {
            return new Sums(net.plus(other.net), vat.plus(other.vat), gross.plus(other.gross));
        }

        public Sums minus(Sums other) {
            return new Sums(net.minus(other.net), vat.minus(other.vat), gross.minus(other.gross));
        }

        public boolean isNought() {
            return net.isNought() && vat.isNought() && gross.isNought();
        }

        public boolean hasGross(Money gross) {
            return this.gross.equals(Exact.of(gross.getAmount()));
        }

        public boolean hasVat(Money vat) {
            return this.vat.equals(Exact.of(vat.getAmount()));
        }

        public boolean hasNet(Money net) {
            return this.net.equals(Exact.of(net.getAmount()));
        }

        /** Whether the VAT is that to half a unit of a currency that has no hundredths. */
        public boolean hasVatToTheUnit(Money vat) {
            return this.vat.isWithin(Exact.of(new BigDecimal("0.5")), Exact.of(vat.getAmount()));
        }
    }

    /** What the ledger answers to a document. */
    public static Sums of(InvoiceDraft draft, Way way) {
        boolean including = draft.priceMode() == PriceMode.INCLUDING_VAT;
        Exact amounts = Exact.NOUGHT;
        Exact document = Exact.NOUGHT;
        Exact lines = Exact.NOUGHT;
        Map<BigDecimal, Exact> rates = new TreeMap<>();
        for (DraftLine line : draft.lines()) {
            Exact amount = amount(line);
            Exact vat = vat(amount, line.rate().percent(), including);
            amounts = amounts.plus(amount);
            document = document.plus(vat);
            lines = lines.plus(vat.hundredths());
            rates.merge(line.rate().percent(), vat, Exact::plus);
        }
        Exact vat = switch (way) {
            case OVER_THE_DOCUMENT -> document.hundredths();
            case ON_EACH_LINE -> lines;
            case ON_EACH_RATE -> rates.values().stream().map(Exact::hundredths).reduce(Exact.NOUGHT, Exact::plus);
        };
        return including ? new Sums(amounts.minus(vat), vat, amounts) : new Sums(amounts, vat, amounts.plus(vat));
    }

    private static Exact amount(DraftLine line) {
        return Exact.of(line.quantity())
                .times(Exact.of(line.unitPrice().getAmount()))
                .hundredths()
                .minus(Exact.of(line.discount().getAmount()).hundredths());
    }

    private static Exact vat(Exact amount, BigDecimal percent, boolean including) {
        Exact rate = Exact.of(percent);
        return including
                ? amount.times(rate).by(HUNDRED.plus(rate))
                : amount.times(rate).by(HUNDRED);
    }
}
