package dk.ordrebro.intake.shopify;

import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.intake.shopify.ShopifyRefund.Fate;
import dk.ordrebro.intake.shopify.ShopifyRefund.Pieces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of the pieces of every line: sent, given up before they were sent, or sent and returned. */
final class PieceHistory {

    private final List<ShopifyRefund> refunds;
    private final Map<String, Integer> sent;

    private PieceHistory(List<ShopifyRefund> refunds, Map<String, Integer> sent) {
        this.refunds = refunds;
        this.sent = sent;
    }

    static PieceHistory of(List<ShopifyLine> lines, List<ShopifyShipment> shipments, List<ShopifyRefund> told) {
        Map<String, Integer> sent = sum(shipments, ShopifyShipment.Fate.SENT);
        Map<String, Integer> waiting = sum(shipments, ShopifyShipment.Fate.WAITING);
        Map<String, Integer> givenUp = new HashMap<>();
        for (ShopifyLine line : lines) {
            int gone = line.quantity()
                    - sent.getOrDefault(line.key(), 0)
                    - waiting.getOrDefault(line.key(), 0)
                    - line.open()
                    - pieces(told, line.key(), Fate.CANCELLED);
            givenUp.put(line.key(), gone);
        }
        PieceHistory history = new PieceHistory(decided(told, givenUp), sent);
        refuseUnknown(lines, shipments, told);
        lines.stream().filter(ShopifyLine::isGoods).forEach(history::check);
        return history;
    }

    private static Map<String, Integer> sum(List<ShopifyShipment> shipments, ShopifyShipment.Fate fate) {
        return shipments.stream()
                .filter(one -> one.fate() == fate)
                .flatMap(one -> one.pieces().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
    }

    private static int pieces(List<ShopifyRefund> refunds, String lineKey, Fate fate) {
        return all(refunds, lineKey)
                .filter(one -> one.fate() == fate)
                .mapToInt(Pieces::quantity)
                .sum();
    }

    private static Stream<Pieces> all(List<ShopifyRefund> refunds, String lineKey) {
        return refunds.stream()
                .flatMap(refund -> refund.pieces().stream())
                .filter(one -> one.lineKey().equals(lineKey));
    }

    /**
     * Where the shop does not say whether refunded pieces had been sent: those it will not send any more and did not send were given up,
     * the latest refunds first, because what was sent is refunded for another reason.
     */
    private static List<ShopifyRefund> decided(List<ShopifyRefund> told, Map<String, Integer> givenUp) {
        List<ShopifyRefund> decided = new ArrayList<>();
        for (ShopifyRefund refund : told.reversed()) {
            List<Pieces> pieces = refund.pieces().stream()
                    .map(one -> one.fate() == Fate.UNSAID ? decided(one, givenUp) : one)
                    .toList();
            decided.addFirst(new ShopifyRefund(
                    refund.key(), refund.at(), pieces, refund.freight(), refund.adjustments(), refund.money()));
        }
        return decided;
    }

    private static Pieces decided(Pieces unsaid, Map<String, Integer> givenUp) {
        boolean gone = givenUp.getOrDefault(unsaid.lineKey(), 0) >= unsaid.quantity();
        if (gone) {
            givenUp.merge(unsaid.lineKey(), -unsaid.quantity(), Integer::sum);
        }
        return new Pieces(
                unsaid.lineKey(),
                unsaid.quantity(),
                gone ? Fate.CANCELLED : Fate.RETURNED,
                unsaid.subtotal(),
                unsaid.tax());
    }

    private static void refuseUnknown(
            List<ShopifyLine> lines, List<ShopifyShipment> shipments, List<ShopifyRefund> refunds) {
        Set<String> known = lines.stream().map(ShopifyLine::key).collect(Collectors.toSet());
        Stream.concat(
                        shipments.stream().flatMap(one -> one.pieces().keySet().stream()),
                        refunds.stream().flatMap(one -> one.pieces().stream()).map(Pieces::lineKey))
                .filter(key -> !known.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new Unclear(ReasonKind.SHOPIFY_LINE_UNKNOWN, key);
                });
    }

    private void check(ShopifyLine line) {
        int refunded = all(refunds, line.key()).mapToInt(Pieces::quantity).sum();
        boolean currentExplained = line.quantity() - refunded == line.current();
        if (!currentExplained || sent(line) > ordered(line)) {
            throw new Unclear(
                    ReasonKind.SHOPIFY_PIECES,
                    line.title(),
                    Integer.toString(line.quantity()),
                    Integer.toString(line.current()),
                    Integer.toString(refunded),
                    Integer.toString(sent(line)));
        }
    }

    /** The refunds with every piece either given up or returned. */
    List<ShopifyRefund> refunds() {
        return refunds;
    }

    int sent(ShopifyLine line) {
        return sent.getOrDefault(line.key(), 0);
    }

    /** What was given up before it was sent. */
    List<Pieces> givenUp(ShopifyLine line) {
        return all(refunds, line.key())
                .filter(one -> one.fate() == Fate.CANCELLED)
                .toList();
    }

    /** What was sent or still will be, whether or not it came back. */
    int ordered(ShopifyLine line) {
        return line.quantity()
                - givenUp(line).stream().mapToInt(Pieces::quantity).sum();
    }

    int returned(ShopifyLine line) {
        return pieces(refunds, line.key(), Fate.RETURNED);
    }
}
