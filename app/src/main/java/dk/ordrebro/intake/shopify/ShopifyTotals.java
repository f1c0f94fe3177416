package dk.ordrebro.intake.shopify;

import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.intake.shopify.ShopifyRefund.Fate;
import dk.ordrebro.intake.shopify.ShopifyRefund.Freight;
import dk.ordrebro.intake.shopify.ShopifyRefund.Pieces;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Holds our sum of an order against the shop's. Shopify has two: as ordered, and as it is now, after refunds and edits. An edited order may meet
 * only one of them. What was given up before it was sent is taken off by the shop's own amounts.
 *
 * @param gross what the pieces that are or will be sent come to, with VAT, by the shop's own figures
 */
record ShopifyTotals(List<ShopifyLine> lines, boolean taxesIncluded, BigDecimal gross, BigDecimal vat) {

    /** A sum of amounts as the order writes them, and the VAT in or on it. */
    private record Sum(BigDecimal amount, BigDecimal tax) {

        static final Sum ZERO = new Sum(BigDecimal.ZERO, BigDecimal.ZERO);

        Sum plus(Sum other) {
            return new Sum(amount.add(other.amount), tax.add(other.tax));
        }

        Sum minus(Sum other) {
            return new Sum(amount.subtract(other.amount), tax.subtract(other.tax));
        }

        static <T> Sum of(Stream<T> all, Function<T, Sum> each) {
            return all.map(each).reduce(ZERO, Sum::plus);
        }
    }

    static ShopifyTotals of(JsonNode order, LineReader reader, List<ShopifyLine> lines, PieceHistory history) {
        return new Reckoning(order, reader, lines, history).totals();
    }

    /** One reckoning for one order. */
    private static final class Reckoning {

        private final Column column;
        private final boolean taxesIncluded;
        private final LineReader reader;
        private final List<ShopifyLine> lines;
        private final Sum ordered;
        private final Sum now;
        private final Sum refunded;
        private final Sum givenUp;

        Reckoning(JsonNode order, LineReader reader, List<ShopifyLine> lines, PieceHistory history) {
            this.column = reader.column();
            this.taxesIncluded = reader.taxesIncluded();
            this.reader = reader;
            this.lines = lines;
            this.ordered = stated(order, "totalPriceSet", "totalTaxSet");
            this.now = stated(order, "currentTotalPriceSet", "currentTotalTaxSet");
            List<Pieces> pieces = history.refunds().stream()
                    .flatMap(one -> one.pieces().stream())
                    .toList();
            Stream<Freight> freight = history.refunds().stream().flatMap(one -> one.freight().stream());
            Function<Pieces, Sum> sum = one -> new Sum(one.subtotal(), one.tax());
            this.refunded =
                    Sum.of(pieces.stream(), sum).plus(Sum.of(freight, one -> new Sum(one.subtotal(), one.tax())));
            this.givenUp = Sum.of(pieces.stream().filter(one -> one.fate() == Fate.CANCELLED), sum);
        }

        /** As the order writes amounts: the shop's totals are always with VAT. */
        private Sum stated(JsonNode order, String total, String tax) {
            BigDecimal vat = column.cash(order.path(tax));
            BigDecimal gross = column.cash(order.path(total));
            return new Sum(taxesIncluded ? gross : gross.subtract(vat), vat);
        }

        ShopifyTotals totals() {
            Sum ours = sum(lines);
            if (meets(ours)) {
                return accept(lines, ours);
            }
            List<ShopifyLine> withTip = new ArrayList<>(lines);
            withTip.add(reader.tipLine());
            if (reader.tip().signum() != 0 && meets(sum(withTip))) {
                return accept(withTip, sum(withTip));
            }
            throw new Unclear(
                    ReasonKind.SHOPIFY_TOTALS,
                    show(ours.amount),
                    show(ordered.amount),
                    show(ours.minus(refunded).amount),
                    show(now.amount));
        }

        private static Sum sum(List<ShopifyLine> lines) {
            return Sum.of(
                    lines.stream(), line -> new Sum(line.amount(), line.taxes().amount()));
        }

        private boolean meets(Sum ours) {
            return ours.amount.compareTo(ordered.amount) == 0
                    || ours.minus(refunded).amount.compareTo(now.amount) == 0;
        }

        private ShopifyTotals accept(List<ShopifyLine> accepted, Sum ours) {
            boolean asOrdered = ours.amount.compareTo(ordered.amount) == 0;
            Sum theirs = asOrdered ? ordered : now.plus(refunded);
            checkTax(ours.tax, theirs.tax, accepted.size());
            Sum left = theirs.minus(givenUp);
            return new ShopifyTotals(
                    accepted, taxesIncluded, taxesIncluded ? left.amount : left.amount.add(left.tax), left.tax);
        }

        /** Shops may round VAT for the order or for each line: a minor unit a line, and no more. */
        private void checkTax(BigDecimal ours, BigDecimal theirs, int count) {
            BigDecimal allowed = column.minor().multiply(BigDecimal.valueOf(count));
            if (ours.subtract(theirs).abs().compareTo(allowed) > 0) {
                throw new Unclear(ReasonKind.SHOPIFY_TAX_TOTAL, show(ours), show(theirs));
            }
        }

        private String show(BigDecimal amount) {
            return column.currency().getCode() + " " + amount.toPlainString();
        }
    }
}
