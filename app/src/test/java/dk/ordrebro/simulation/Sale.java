package dk.ordrebro.simulation;

import dk.ordrebro.enrichment.GivenOrder;
import dk.ordrebro.intake.PaperShop;
import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.intake.ShopContext;
import dk.ordrebro.intake.ShopDelivery;
import dk.ordrebro.intake.ShopReturn;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.intake.refund.ShopRefund;
import dk.ordrebro.order.LineKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** An order as it is in the invented shop: plain numbers, amounts in øre with VAT. */
final class Sale {

    static final String FREIGHT = "freight";

    final String id;
    final Instant placedAt;
    final boolean withoutCountry;
    /** Pieces and price of each line by its key, as the shop has them now. Freight, where there is any, is the last line. */
    final Map<String, Item> lines = new TreeMap<>();
    /** The most pieces of each line the shop ever told. */
    final Map<String, Integer> most = new TreeMap<>();

    final List<Shipment> shipments = new ArrayList<>();
    final List<Back> backs = new ArrayList<>();
    final List<PaidBack> paidBack = new ArrayList<>();
    String buyer = "Ida Holm";
    /** The shop tells it in words nobody understands. */
    boolean garbled;
    /** A person decided that the books shall differ from the shop: skipped, left or let be gone. */
    boolean excused;
    /** Somebody changed a document of it in Billy so that pieces may stand twice. */
    boolean tampered;
    /** A person here undid or took back what the shop shipped. */
    boolean changedHere;

    record Item(int pieces, long price, boolean freight) {}

    record Shipment(String key, Instant at, Map<String, Integer> pieces, boolean whole, boolean cancelled) {}

    record Back(String key, Instant at, Map<String, Integer> pieces) {}

    record PaidBack(String key, Instant at, long gross) {}

    Sale(String id, Instant placedAt, boolean withoutCountry) {
        this.id = id;
        this.placedAt = placedAt;
        this.withoutCountry = withoutCountry;
    }

    String number() {
        return "#" + id;
    }

    void line(String key, int pieces, long price, boolean freight) {
        lines.put(key, new Item(pieces, price, freight));
        most.merge(key, pieces, Math::max);
    }

    /** Pieces of a line that the shop has shipped and not cancelled. */
    int shipped(String key) {
        return shipments.stream()
                .filter(one -> !one.cancelled)
                .mapToInt(one -> one.pieces.getOrDefault(key, 0))
                .sum();
    }

    int cameBack(String key) {
        return backs.stream().mapToInt(one -> one.pieces.getOrDefault(key, 0)).sum();
    }

    /** What the shop says of it now. */
    Function<ShopContext, Translation> told() {
        List<ShopDelivery> deliveries = shipments.stream()
                .map(one ->
                        new ShopDelivery(one.key, one.at, one.whole ? Map.of() : decimals(one.pieces), one.cancelled))
                .toList();
        List<ShopReturn> returns = backs.stream()
                .map(one -> new ShopReturn(one.key, one.at, decimals(one.pieces)))
                .toList();
        List<ShopRefund> refunds = paidBack.stream()
                .map(one -> new ShopRefund(one.key, one.at, Money.ofMinor(CurrencyUnit.of("DKK"), one.gross), ""))
                .toList();
        Map<String, Item> now = new LinkedHashMap<>(lines);
        String name = buyer;
        if (garbled) {
            return _ -> Translation.NotUnderstood.because(ReasonKind.UNREADABLE, "?");
        }
        return shop -> new Translation.Understood(
                order(now, name).from(shop.integration()).build(), deliveries, returns, refunds, List.of());
    }

    private GivenOrder order(Map<String, Item> now, String name) {
        GivenOrder order = GivenOrder.order().id(id).placed(placedAt);
        now.forEach((key, item) -> order.line(
                item.freight ? LineKind.FREIGHT : LineKind.ITEM,
                Integer.toString(item.pieces),
                BigDecimal.valueOf(item.price, 2).toPlainString(),
                null));
        if (!name.equals("Ida Holm")) {
            order.customer(new dk.ordrebro.order.Customer("c-7", null, name, null, null, null, false, null));
        }
        if (withoutCountry) {
            order.to("", "");
        }
        return order;
    }

    static Map<String, BigDecimal> decimals(Map<String, Integer> pieces) {
        Map<String, BigDecimal> decimals = new LinkedHashMap<>();
        pieces.forEach((key, count) -> {
            if (count > 0) {
                decimals.put(key, BigDecimal.valueOf(count));
            }
        });
        return decimals;
    }

    void tell(PaperShop shop, Instant changedAt) {
        shop.say(id, changedAt, told());
    }
}
