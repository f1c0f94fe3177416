package dk.ordrebro.intake.shopify;

import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ShopReturn;
import dk.ordrebro.intake.shopify.ShopifyRefund.Fate;
import dk.ordrebro.intake.shopify.ShopifyRefund.Freight;
import dk.ordrebro.intake.shopify.ShopifyRefund.Pieces;
import dk.ordrebro.integration.FreightRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What of an order's refunds takes back pieces, and what of them is for a person. A refund takes back all of its pieces or none, so that
 * it comes to the same whenever it is heard of.
 */
final class Returns {

    private final FreightRule freightRule;
    private final Column column;
    private final Map<String, ShopifyLine> lines;
    private final PieceHistory history;
    private final List<ShopReturn> returns = new ArrayList<>();
    private final List<Reason> questions = new ArrayList<>();
    private final Map<String, Integer> takenBack = new HashMap<>();

    Returns(FreightRule freightRule, Column column, List<ShopifyLine> lines, PieceHistory history) {
        this.freightRule = freightRule;
        this.column = column;
        this.lines = lines.stream().collect(Collectors.toMap(ShopifyLine::key, Function.identity()));
        this.history = history;
        history.refunds().forEach(this::read);
    }

    List<ShopReturn> returns() {
        return List.copyOf(returns);
    }

    List<Reason> questions() {
        return List.copyOf(questions);
    }

    /** Whether a freight line was paid back to the last øre, in however many parts. */
    static boolean isRefundedInFull(ShopifyLine freight, List<ShopifyRefund> refunds) {
        return refunds.stream()
                        .flatMap(refund -> refund.freight().stream())
                        .filter(one -> one.lineKey().equals(freight.key()))
                        .map(Freight::subtotal)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(freight.amount())
                == 0;
    }

    private void read(ShopifyRefund refund) {
        questions.addAll(refund.questions(column));
        Map<String, BigDecimal> goods = goods(refund);
        Map<String, BigDecimal> freight = freight(refund);
        boolean waits = !isSent(goods);
        if (waits) {
            questions.add(Reason.of(
                    "SHOPIFY_REFUNDED_BEFORE_SENT",
                    LineReader.titles(goods.keySet().stream().map(this::line)),
                    refund.key()));
        } else {
            goods.forEach((key, pieces) -> takenBack.merge(key, pieces.intValueExact(), Integer::sum));
        }
        if (freightRule == FreightRule.FIRST) {
            goods.putAll(freight);
            add(refund.key(), refund, waits ? Map.of() : goods);
        } else {
            add(refund.key(), refund, waits ? Map.of() : goods);
            // freight that comes with a later delivery than the goods is waited for under a key of its own
            add(refund.key() + "-freight", refund, freight);
        }
    }

    private void add(String key, ShopifyRefund refund, Map<String, BigDecimal> quantities) {
        if (!quantities.isEmpty()) {
            returns.add(new ShopReturn(key, refund.at(), quantities));
        }
    }

    private Map<String, BigDecimal> goods(ShopifyRefund refund) {
        Map<String, BigDecimal> goods = new LinkedHashMap<>();
        for (Pieces pieces : refund.pieces()) {
            if (pieces.fate() == Fate.RETURNED && pieces.quantity() > 0) {
                checkPrice(refund, pieces);
                goods.merge(pieces.lineKey(), BigDecimal.valueOf(pieces.quantity()), BigDecimal::add);
            }
        }
        return goods;
    }

    private boolean isSent(Map<String, BigDecimal> goods) {
        return goods.entrySet().stream()
                .allMatch(one ->
                        takenBack.getOrDefault(one.getKey(), 0) + one.getValue().intValueExact()
                                <= history.sent(line(one.getKey())));
    }

    /** Pieces refunded at another price than theirs cannot be credited as pieces alone. */
    private void checkPrice(ShopifyRefund refund, Pieces pieces) {
        ShopifyLine line = line(pieces.lineKey());
        BigDecimal share = LineMath.share(line.amount(), pieces.quantity(), line.quantity());
        BigDecimal off = pieces.subtotal().subtract(share).abs();
        if (off.compareTo(column.minor().multiply(BigDecimal.valueOf(pieces.quantity()))) > 0) {
            questions.add(Reason.of(
                    "SHOPIFY_REFUND_PRICE",
                    line.title(),
                    column.money(pieces.subtotal()).toString(),
                    column.money(column.rounded(share)).toString(),
                    refund.key()));
        }
    }

    /** Freight comes back whole or is for a person. */
    private Map<String, BigDecimal> freight(ShopifyRefund refund) {
        Map<String, BigDecimal> back = new LinkedHashMap<>();
        Map<String, BigDecimal> paidBack = refund.freight().stream()
                .collect(Collectors.toMap(Freight::lineKey, Freight::subtotal, BigDecimal::add, LinkedHashMap::new));
        paidBack.forEach((key, amount) -> {
            if (amount.signum() == 0) {
                return;
            }
            if (line(key).amount().compareTo(amount) == 0) {
                back.put(key, BigDecimal.ONE);
            } else {
                questions.add(Reason.of(
                        "SHOPIFY_FREIGHT_PART",
                        column.money(amount).toString(),
                        column.money(line(key).amount()).toString(),
                        refund.key()));
            }
        });
        return back;
    }

    private ShopifyLine line(String key) {
        ShopifyLine line = lines.get(key);
        if (line == null) {
            throw new Unclear("SHOPIFY_LINE_UNKNOWN", key);
        }
        return line;
    }
}
