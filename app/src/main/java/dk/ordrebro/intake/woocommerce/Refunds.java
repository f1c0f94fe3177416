package dk.ordrebro.intake.woocommerce;

import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ShopReturn;
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
import tools.jackson.databind.JsonNode;

/**
 * Reads an order's refunds, oldest first. A refund of pieces, or of all that is left, is a return; one that cannot be told in pieces (an amount,
 * another price, more than there is) is a question, and then so is everything after it that depends on how the question is answered.
 */
final class Refunds {

    private static final BigDecimal ROUNDING = new BigDecimal("0.01");
    private static final int SHARE_DECIMALS = 6;

    private final Map<String, Sold> sold;
    private final boolean mixed;
    private final Instant notBefore;
    private final Map<String, BigDecimal> left = new LinkedHashMap<>();
    private final List<ShopReturn> returns = new ArrayList<>();
    private final List<Reason> questions = new ArrayList<>();
    private BigDecimal money;

    /**
     * Starts with nothing refunded.
     *
     * @param total what the customer paid
     * @param paidOtherwise whether gift cards or reductions stand between the lines and that amount
     * @param notBefore the delivery: nothing is credited before it was invoiced
     */
    Refunds(List<Sold> sold, BigDecimal total, boolean paidOtherwise, Instant notBefore) {
        this.sold = sold.stream()
                .filter(one -> !one.isReduction() && one.quantity().signum() != 0)
                .collect(Collectors.toMap(Sold::key, Function.identity(), (first, again) -> first, LinkedHashMap::new));
        this.mixed = paidOtherwise || sold.stream().anyMatch(Sold::isReduction);
        this.notBefore = notBefore;
        this.money = total;
        this.sold.values().forEach(one -> left.put(one.key(), one.quantity()));
    }

    List<ShopReturn> returns() {
        return List.copyOf(returns);
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
            ask("WOO_REFUND_UNREADABLE", refund);
            return;
        }
        BigDecimal back = amount.get();
        if (back.signum() == 0) {
            return;
        }
        Map<String, BigDecimal> pieces = pieces(refund, back);
        money = money.subtract(back);
        if (!pieces.isEmpty()) {
            pieces.forEach((key, some) -> left.merge(key, some, BigDecimal::subtract));
            Instant at = date(refund);
            returns.add(new ShopReturn(
                    "refund/" + Json.text(refund, "id"), at.isBefore(notBefore) ? notBefore : at, pieces));
        }
    }

    /** Empty where a person is asked. */
    private Map<String, BigDecimal> pieces(JsonNode refund, BigDecimal back) {
        List<Part> parts = parts(refund);
        BigDecimal sum = parts.stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (questions.isEmpty() && back.compareTo(money) == 0 && (parts.isEmpty() || isAll(parts))) {
            return everything();
        }
        if (parts.isEmpty()) {
            return ask("WOO_REFUND_AMOUNT", refund);
        }
        if (sum.compareTo(back) != 0) {
            return ask("WOO_REFUND_SUM", refund, sum.toPlainString());
        }
        return mixed ? ask("WOO_REFUND_MIXED", refund) : pieces(refund, parts);
    }

    private Map<String, BigDecimal> pieces(JsonNode refund, List<Part> parts) {
        Map<String, BigDecimal> pieces = new LinkedHashMap<>();
        for (Part part : parts) {
            Sold line = sold.get(part.line);
            BigDecimal free = left.getOrDefault(part.line, BigDecimal.ZERO)
                    .subtract(pieces.getOrDefault(part.line, BigDecimal.ZERO));
            Optional<BigDecimal> some = line == null ? Optional.empty() : part.pieces(line, free);
            if (line == null || some.isEmpty()) {
                ask("WOO_REFUND_LINE", refund, line == null ? part.title : line.title());
                return Map.of();
            }
            if (some.get().compareTo(free) > 0) {
                ask("WOO_REFUND_TOO_MUCH", refund, line.title());
                return Map.of();
            }
            pieces.merge(part.line, some.get(), BigDecimal::add);
        }
        return pieces;
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

    private Map<String, BigDecimal> ask(String code, JsonNode refund, String... more) {
        List<String> facts = Stream.concat(
                        Stream.of(Json.text(refund, "amount"), Json.words(refund, "reason"), Json.text(refund, "id")),
                        Stream.of(more))
                .toList();
        questions.add(new Reason(code, facts));
        return Map.of();
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
            return due.subtract(amount).abs().compareTo(ROUNDING) <= 0;
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
