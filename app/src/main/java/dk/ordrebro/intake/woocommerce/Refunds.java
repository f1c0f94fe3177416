package dk.ordrebro.intake.woocommerce;

import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.intake.ShopReturn;
import dk.ordrebro.intake.refund.ShopRefund;
import dk.ordrebro.order.LineKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import tools.jackson.databind.JsonNode;

/**
 * Reads an order's refunds, oldest first. A refund of pieces, or of all that is left, is a return; so is an amount off a line that the shop names,
 * and the amount is always the shop's own. Money of which the shop does not say what it is for is told as such, and is asked about.
 */
final class Refunds {

    private static final int SHARE_DECIMALS = 6;

    private final Map<String, Sold> sold;
    private final boolean mixed;
    private final Instant notBefore;
    private final Map<String, BigDecimal> left = new LinkedHashMap<>();
    private final Map<String, BigDecimal> worth = new LinkedHashMap<>();
    private final List<ShopReturn> returns = new ArrayList<>();
    private final List<ShopRefund> refunds = new ArrayList<>();
    private final List<Reason> questions = new ArrayList<>();
    private final CurrencyUnit currency;
    private BigDecimal money;

    /**
     * Starts with nothing refunded.
     *
     * @param total what the customer paid
     * @param paidOtherwise whether gift cards or reductions stand between the lines and that amount
     * @param notBefore the delivery: nothing is credited before it was invoiced
     */
    Refunds(List<Sold> sold, CurrencyUnit currency, BigDecimal total, boolean paidOtherwise, Instant notBefore) {
        this.currency = currency;
        this.sold = sold.stream()
                .filter(one -> !one.isReduction() && one.quantity().signum() != 0)
                .collect(Collectors.toMap(Sold::key, Function.identity(), (first, again) -> first, LinkedHashMap::new));
        this.mixed = paidOtherwise || sold.stream().anyMatch(Sold::isReduction);
        this.notBefore = notBefore;
        this.money = total;
        this.sold.values().forEach(one -> {
            left.put(one.key(), one.quantity());
            worth.put(one.key(), one.after().gross());
        });
    }

    List<ShopReturn> returns() {
        return List.copyOf(returns);
    }

    /** Money of which the shop does not say what it is for. */
    List<ShopRefund> refunds() {
        return List.copyOf(refunds);
    }

    List<Reason> questions() {
        return List.copyOf(questions);
    }

    Refunds read(List<JsonNode> refunds) {
        refunds.stream()
                .filter(refund -> Json.id(refund, "id").isPresent())
                .sorted(Comparator.comparing((JsonNode refund) -> date(refund))
                        .thenComparing(refund -> Json.number(refund, "id").orElse(BigDecimal.ZERO)))
                .forEach(this::add);
        return this;
    }

    private Instant date(JsonNode refund) {
        return Json.time(refund, "date_created_gmt").orElse(notBefore);
    }

    private void add(JsonNode refund) {
        Optional<BigDecimal> amount = Json.number(refund, "amount").map(BigDecimal::abs);
        if (amount.isEmpty()) {
            ask(ReasonKind.WOO_REFUND_UNREADABLE, refund);
            return;
        }
        BigDecimal back = amount.get();
        if (back.signum() == 0) {
            return;
        }
        money = money.subtract(back);
        read(refund, back);
    }

    private void read(JsonNode refund, BigDecimal back) {
        List<Part> parts = parts(refund);
        BigDecimal sum = parts.stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (refunds.isEmpty() && money.signum() == 0 && (parts.isEmpty() || isAll(parts))) {
            takeBack(refund, everything(), Map.of());
        } else if (parts.isEmpty() || mixed || sum.compareTo(back) != 0 || !areOurs(parts)) {
            refunds.add(
                    new ShopRefund(key(refund), at(refund), Money.of(currency, back), Json.words(refund, "reason")));
        } else {
            takeBack(refund, parts);
        }
    }

    /** Lines the order has, and no more pieces of them than are left. */
    private boolean areOurs(List<Part> parts) {
        Map<String, BigDecimal> asked = new LinkedHashMap<>();
        parts.forEach(part -> asked.merge(part.line, part.quantity, BigDecimal::add));
        return parts.stream()
                        .allMatch(part -> sold.containsKey(part.line)
                                && part.amount.signum() > 0
                                && part.amount.compareTo(most(part)) <= 0)
                && asked.entrySet().stream()
                        .allMatch(one -> isCarriage(one.getKey())
                                || one.getValue().compareTo(left.getOrDefault(one.getKey(), BigDecimal.ZERO)) <= 0);
    }

    /** An amount without pieces cannot be more than what is left of its line; with pieces an øre or two beside may be. */
    private BigDecimal most(Part part) {
        BigDecimal rest = worth.getOrDefault(part.line, BigDecimal.ZERO);
        return part.quantity.signum() == 0 ? rest : rest.add(part.quantity.movePointLeft(currency.getDecimalPlaces()));
    }

    private void takeBack(JsonNode refund, List<Part> parts) {
        Map<String, BigDecimal> pieces = new LinkedHashMap<>();
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        for (Part part : parts) {
            Sold line = sold(part.line);
            BigDecimal free = left.getOrDefault(part.line, BigDecimal.ZERO)
                    .subtract(pieces.getOrDefault(part.line, BigDecimal.ZERO));
            Optional<BigDecimal> some =
                    part.pieces(line, free).filter(each -> each.compareTo(free) <= 0 && each.signum() > 0);
            if (some.isPresent() && !amounts.containsKey(part.line)) {
                pieces.merge(part.line, some.get(), BigDecimal::add);
            } else {
                if (!isCarriage(part.line) && part.quantity.signum() > 0) {
                    pieces.merge(part.line, part.quantity, BigDecimal::add);
                }
                amounts.merge(part.line, part.amount, BigDecimal::add);
            }
            worth.merge(part.line, part.amount, BigDecimal::subtract);
        }
        takeBack(refund, pieces, amounts);
    }

    private void takeBack(JsonNode refund, Map<String, BigDecimal> pieces, Map<String, BigDecimal> amounts) {
        pieces.forEach((key, some) -> left.merge(key, some, BigDecimal::subtract));
        if (!pieces.isEmpty() || !amounts.isEmpty()) {
            returns.add(new ShopReturn(key(refund), at(refund), pieces, amounts));
        }
    }

    private static String key(JsonNode refund) {
        return "refund/" + Json.text(refund, "id");
    }

    private Instant at(JsonNode refund) {
        Instant at = date(refund);
        return at.isBefore(notBefore) ? notBefore : at;
    }

    /** Whether the lines named are exactly those that are left, reductions aside. */
    private boolean isAll(List<Part> parts) {
        Map<String, BigDecimal> named = parts.stream()
                .filter(part -> sold.containsKey(part.line))
                .collect(Collectors.toMap(
                        Part::line, part -> isCarriage(part.line) ? BigDecimal.ONE : part.quantity, BigDecimal::add));
        return left.entrySet().stream()
                .filter(entry -> entry.getValue().signum() != 0)
                .filter(entry -> !sold(entry.getKey()).after().isZero())
                .allMatch(entry ->
                        named.getOrDefault(entry.getKey(), BigDecimal.ZERO).compareTo(entry.getValue()) == 0);
    }

    private Sold sold(String key) {
        return Objects.requireNonNull(sold.get(key), key);
    }

    private boolean isCarriage(String key) {
        LineKind kind = sold(key).kind();
        return kind == LineKind.FREIGHT || kind == LineKind.FEE;
    }

    private Map<String, BigDecimal> everything() {
        return left.entrySet().stream()
                .filter(entry -> entry.getValue().signum() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void ask(ReasonKind code, JsonNode refund) {
        questions.add(new Reason(
                code, List.of(Json.text(refund, "amount"), Json.words(refund, "reason"), Json.text(refund, "id"))));
    }

    /** Those that carry money: goods that came back without any are no credit. */
    private static List<Part> parts(JsonNode refund) {
        return Stream.of("line_items", "shipping_lines", "fee_lines")
                .flatMap(name -> Json.list(refund, name).stream())
                .map(Part::of)
                .filter(part -> part.amount.signum() != 0)
                .toList();
    }

    /**
     * A line of a refund.
     *
     * @param line the order's line it belongs to
     * @param quantity pieces; zero for freight, fees and a mere change of price
     * @param amount with VAT; negative where a reduction is taken back
     */
    private record Part(String line, String title, BigDecimal quantity, BigDecimal amount) {

        static Part of(JsonNode node) {
            String line = Plugins.value(node, Stream.of("_refunded_item_id")).orElse("");
            String title = Json.words(node, node.has("method_title") ? "method_title" : "name");
            BigDecimal net = Json.number(node, "total").orElse(BigDecimal.ZERO);
            BigDecimal vat = Json.number(node, "total_tax").orElse(BigDecimal.ZERO);
            BigDecimal quantity = Json.number(node, "quantity").orElse(BigDecimal.ZERO);
            return new Part(line, title, quantity.abs(), net.add(vat).negate());
        }

        /** Empty where the money is not what so many pieces cost. */
        Optional<BigDecimal> pieces(Sold sold, BigDecimal free) {
            boolean carriage = sold.kind() == LineKind.FREIGHT || sold.kind() == LineKind.FEE;
            return carriage
                    ? share(sold)
                    : quantity.signum() > 0 && costs(sold, free) ? Optional.of(quantity) : Optional.empty();
        }

        /** Compared as the credit note will compute it: what is due up to here, less what was due before. */
        private boolean costs(Sold sold, BigDecimal free) {
            BigDecimal before = sold.quantity().subtract(free);
            BigDecimal due = upTo(sold, before.add(quantity)).subtract(upTo(sold, before));
            return due.compareTo(amount) == 0;
        }

        private static BigDecimal upTo(Sold sold, BigDecimal pieces) {
            return sold.after().gross().multiply(pieces).divide(sold.quantity(), 2, RoundingMode.HALF_UP);
        }

        /** A part of a freight or fee, as a fraction that comes to the same amount. */
        private Optional<BigDecimal> share(Sold sold) {
            BigDecimal whole = sold.after().gross();
            if (whole.signum() == 0) {
                return Optional.empty();
            }
            BigDecimal share =
                    amount.divide(whole, SHARE_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
            BigDecimal again = whole.multiply(share).setScale(amount.scale(), RoundingMode.HALF_UP);
            return again.compareTo(amount) == 0 ? Optional.of(share) : Optional.empty();
        }
    }
}
