package dk.ordrebro.web.orders;

import dk.ordrebro.order.Address;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.StoredOrder;
import dk.ordrebro.web.Show;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What changed from one revision of an order to the next, in facts a text can be made of. */
final class Revisions {

    private final Show show;

    Revisions(Show show) {
        this.show = show;
    }

    /**
     * One revision.
     *
     * @param changes none for the first one shown
     */
    record Told(int revision, Instant receivedAt, List<Change> changes) {}

    /**
     * Something that is no longer as it was.
     *
     * @param what the last part of a text's key
     * @param of whose it is, such as a line's title; empty when of the order itself
     * @param before empty when it was not there
     * @param after empty when it is no longer there
     */
    record Change(String what, String of, String before, String after) {}

    /** The latest first. */
    List<Told> of(List<StoredOrder> revisions) {
        List<Told> told = new ArrayList<>();
        @Nullable Order before = null;
        for (StoredOrder one : revisions) {
            told.add(new Told(
                    one.revision(), one.receivedAt(), before == null ? List.of() : changes(before, one.order())));
            before = one.order();
        }
        return told.reversed();
    }

    private List<Change> changes(Order before, Order after) {
        Map<String, String> was = facts(before);
        Map<String, String> is = facts(after);
        List<Change> changes = new ArrayList<>(differences("", was, is));
        Map<String, OrderLine> oldLines = lines(before);
        Map<String, OrderLine> newLines = lines(after);
        Set<String> keys = new LinkedHashSet<>(oldLines.keySet());
        keys.addAll(newLines.keySet());
        keys.forEach(key -> changes.addAll(line(oldLines.get(key), newLines.get(key))));
        return changes;
    }

    private List<Change> line(@Nullable OrderLine before, @Nullable OrderLine after) {
        if (before == null || after == null) {
            return Stream.of(
                            before == null ? null : new Change("line-removed", before.title(), count(before), ""),
                            after == null ? null : new Change("line-added", after.title(), "", count(after)))
                    .filter(Objects::nonNull)
                    .toList();
        }
        return differences(after.title(), facts(before), facts(after));
    }

    private String count(OrderLine line) {
        return show.quantity(line.quantity()) + " × " + show.price(line.unitPrice());
    }

    private static List<Change> differences(String of, Map<String, String> before, Map<String, String> after) {
        return before.keySet().stream()
                .filter(what -> !Objects.equals(before.get(what), after.get(what)))
                .map(what -> new Change(what, of, before.getOrDefault(what, ""), after.getOrDefault(what, "")))
                .toList();
    }

    private static Map<String, OrderLine> lines(Order order) {
        Map<String, OrderLine> lines = new LinkedHashMap<>();
        order.lines().forEach(line -> lines.put(line.key(), line));
        return lines;
    }

    private Map<String, String> facts(Order order) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("number", order.number());
        facts.put("placed", show.time(order.placedAt()));
        facts.put(
                "customer",
                joined(order.customer().companyName(), order.customer().name()));
        facts.put("contact", joined(order.customer().email(), order.customer().phone()));
        facts.put(
                "vat-number",
                joined(order.customer().vatNumber(), order.customer().ean()));
        facts.put("delivery", address(order.delivery()));
        facts.put("billing", address(order.billing()));
        facts.put(
                "discounts",
                order.discounts().stream()
                        .map(one -> one.title() + " " + show.discount(one.discount(), order.currency()))
                        .collect(Collectors.joining(", ")));
        facts.put(
                "payments",
                order.payments().stream()
                        .map(one -> one.title() + " " + show.money(one.amount()))
                        .collect(Collectors.joining(", ")));
        facts.put("total", money(order.stated().gross()));
        facts.put("vat", money(order.stated().vat()));
        return facts;
    }

    private Map<String, String> facts(OrderLine line) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("line-title", joined(line.title(), line.sku()));
        facts.put("line-quantity", show.quantity(line.quantity()));
        facts.put("line-price", show.price(line.unitPrice()));
        facts.put("line-rate", line.vatRate() == null ? "" : show.rate(line.vatRate()));
        facts.put(
                "line-discount",
                line.discount() == null
                        ? ""
                        : switch (line.discount()) {
                            case Discount.Percent(var percent) -> show.quantity(percent) + " %";
                            case Discount.Amount(var value) -> show.price(value);
                        });
        return facts;
    }

    private String money(@Nullable Money money) {
        return money == null ? "" : show.money(money);
    }

    private static String address(Address address) {
        return joined(
                address.name(),
                address.street(),
                (address.postcode() + " " + address.city()).strip(),
                address.country());
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(", "));
    }
}
