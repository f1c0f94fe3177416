package dk.ordrebro.intake.shopify;

import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.intake.ShopReturn;
import dk.ordrebro.intake.refund.ShopRefund;
import dk.ordrebro.intake.shopify.ShopifyRefund.Fate;
import dk.ordrebro.intake.shopify.ShopifyRefund.Freight;
import dk.ordrebro.intake.shopify.ShopifyRefund.Pieces;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.money.Allocation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.joda.money.Money;

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
    private final List<ShopRefund> refunds = new ArrayList<>();
    private final List<Reason> questions = new ArrayList<>();
    private final boolean taxesIncluded;
    private final Map<String, Integer> takenBack = new HashMap<>();

    Returns(
            FreightRule freightRule,
            Column column,
            boolean taxesIncluded,
            List<ShopifyLine> lines,
            PieceHistory history) {
        this.taxesIncluded = taxesIncluded;
        this.freightRule = freightRule;
        this.column = column;
        this.lines = lines.stream().collect(Collectors.toMap(ShopifyLine::key, Function.identity()));
        this.history = history;
        history.refunds().forEach(this::read);
    }

    List<ShopReturn> returns() {
        return List.copyOf(returns);
    }

    /** Money of which Shopify does not say what it is for. */
    List<ShopRefund> refunds() {
        return List.copyOf(refunds);
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
        if (refund.isMoneyOnly()) {
            ask(refund, refund.key(), refund.money());
            return;
        }
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        Map<String, BigDecimal> goods = goods(refund, amounts);
        Map<String, BigDecimal> freight = freight(refund, amounts);
        boolean waits = !isSent(goods);
        if (waits) {
            questions.add(Reason.of(
                    ReasonKind.SHOPIFY_REFUNDED_BEFORE_SENT,
                    LineReader.titles(goods.keySet().stream().map(this::line)),
                    refund.key()));
        } else {
            goods.forEach((key, pieces) -> takenBack.merge(key, pieces.intValueExact(), Integer::sum));
            keep(refund, goods, amounts);
        }
        Map<String, BigDecimal> freightAmounts = of(amounts, key -> !isGoods(key));
        Map<String, BigDecimal> goodsAmounts = waits ? Map.of() : of(amounts, this::isGoods);
        if (freightRule == FreightRule.FIRST) {
            goods.putAll(freight);
            add(refund.key(), refund, waits ? Map.of() : goods, waits ? Map.of() : amounts);
        } else {
            add(refund.key(), refund, waits ? Map.of() : goods, goodsAmounts);
            // freight that comes with a later delivery than the goods is waited for under a key of its own
            add(refund.key() + "-freight", refund, freight, freightAmounts);
        }
        if (refund.kept().signum() < 0) {
            ask(refund, refund.key() + "-more", refund.kept().negate());
        }
    }

    private boolean isGoods(String key) {
        return line(key).isGoods();
    }

    private static Map<String, BigDecimal> of(Map<String, BigDecimal> amounts, Predicate<String> which) {
        return amounts.entrySet().stream()
                .filter(one -> which.test(one.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void ask(ShopifyRefund refund, String key, BigDecimal amount) {
        if (amount.signum() > 0) {
            refunds.add(refund.money(key, amount, column));
        }
    }

    /** What the shop kept of the price of the pieces is kept of each by its worth. */
    private void keep(ShopifyRefund refund, Map<String, BigDecimal> goods, Map<String, BigDecimal> amounts) {
        if (refund.kept().signum() <= 0 || goods.isEmpty()) {
            return;
        }
        Map<String, BigDecimal> worth = new LinkedHashMap<>();
        refund.pieces().stream()
                .filter(one -> goods.containsKey(one.lineKey()))
                .forEach(one -> worth.merge(one.lineKey(), gross(one.subtotal(), one.tax()), BigDecimal::add));
        BigDecimal all = worth.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.compareTo(refund.kept()) <= 0) {
            return;
        }
        List<String> keys = List.copyOf(worth.keySet());
        List<Money> shares =
                Allocation.byWeight(column.money(all.subtract(refund.kept())), List.copyOf(worth.values()));
        for (int i = 0; i < keys.size(); i++) {
            if (shares.get(i).isPositive()) {
                amounts.put(keys.get(i), shares.get(i).getAmount());
            }
        }
    }

    private BigDecimal gross(BigDecimal subtotal, BigDecimal tax) {
        return taxesIncluded ? subtotal : subtotal.add(tax);
    }

    private void add(
            String key, ShopifyRefund refund, Map<String, BigDecimal> quantities, Map<String, BigDecimal> amounts) {
        if (!quantities.isEmpty() || !amounts.isEmpty()) {
            returns.add(new ShopReturn(key, refund.at(), quantities, amounts));
        }
    }

    private Map<String, BigDecimal> goods(ShopifyRefund refund, Map<String, BigDecimal> amounts) {
        Map<String, BigDecimal> goods = new LinkedHashMap<>();
        for (Pieces pieces : refund.pieces()) {
            if (pieces.fate() == Fate.RETURNED && pieces.quantity() > 0) {
                checkPrice(pieces, amounts);
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

    /** Pieces refunded at another price than theirs are credited at the shop's. */
    private void checkPrice(Pieces pieces, Map<String, BigDecimal> amounts) {
        ShopifyLine line = line(pieces.lineKey());
        BigDecimal share = LineMath.share(line.amount(), pieces.quantity(), line.quantity());
        BigDecimal off = pieces.subtotal().subtract(share).abs();
        BigDecimal gross = gross(pieces.subtotal(), pieces.tax());
        if (off.compareTo(column.minor().multiply(BigDecimal.valueOf(pieces.quantity()))) > 0 && gross.signum() > 0) {
            amounts.merge(pieces.lineKey(), gross, BigDecimal::add);
        }
    }

    /** Freight comes back whole, or by the amount that was paid back of it. */
    private Map<String, BigDecimal> freight(ShopifyRefund refund, Map<String, BigDecimal> amounts) {
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
                BigDecimal tax = refund.freight().stream()
                        .filter(one -> one.lineKey().equals(key))
                        .map(Freight::tax)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                amounts.put(key, gross(amount, tax));
            }
        });
        return back;
    }

    private ShopifyLine line(String key) {
        ShopifyLine line = lines.get(key);
        if (line == null) {
            throw new Unclear(ReasonKind.SHOPIFY_LINE_UNKNOWN, key);
        }
        return line;
    }
}
