package dk.ordrebro.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which pieces of an order line have been delivered, as stretches between 0 and the line's quantity. An undone delivery frees its pieces,
 * so that the same pieces, with the same amounts to the minor unit, can be delivered again.
 */
final class Pieces {

    private Pieces() {}

    /** The stretches of a line nobody has delivered yet, in order. Negative where the line's quantity is. */
    static List<FulfilledLine> free(OrderLine line, List<Fulfillment> fulfillments) {
        BigDecimal sign = BigDecimal.valueOf(line.quantity().signum());
        List<Span> free = List.of(new Span(BigDecimal.ZERO, line.quantity().abs()));
        for (Span taken : taken(line, fulfillments, sign)) {
            free = free.stream().flatMap(span -> span.without(taken).stream()).toList();
        }
        return free.stream()
                .map(span -> new FulfilledLine(
                        line.key(), span.from.multiply(sign), span.length().multiply(sign)))
                .toList();
    }

    /** The first pieces out of free stretches; the caller has checked that there are enough. */
    static List<FulfilledLine> first(List<FulfilledLine> free, BigDecimal quantity) {
        List<FulfilledLine> picked = new ArrayList<>();
        BigDecimal missing = quantity;
        for (FulfilledLine stretch : free) {
            if (missing.signum() == 0) {
                break;
            }
            BigDecimal take =
                    missing.abs().min(stretch.quantity().abs()).multiply(BigDecimal.valueOf(quantity.signum()));
            picked.add(new FulfilledLine(stretch.lineKey(), stretch.from(), take));
            missing = missing.subtract(take);
        }
        return picked;
    }

    static BigDecimal sum(List<FulfilledLine> stretches) {
        return stretches.stream().map(FulfilledLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The stretches of one delivery's line, as they lie in the order's line. */
    static List<FulfilledLine> of(String lineKey, Fulfillment delivery) {
        return delivery.lines().stream()
                .filter(part -> part.lineKey().equals(lineKey))
                .toList();
    }

    /** How much of a delivery's line has been returned so far. */
    static BigDecimal returned(String lineKey, FulfillmentId delivery, List<Fulfillment> all) {
        return all.stream()
                .filter(f -> delivery.equals(f.returnOf()))
                .map(f -> sum(of(lineKey, f)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Span> taken(OrderLine line, List<Fulfillment> all, BigDecimal sign) {
        List<Span> taken = new ArrayList<>();
        for (Fulfillment delivery : all) {
            if (!delivery.isReturn()) {
                taken.addAll(taken(line, delivery, all, sign));
            }
        }
        return taken;
    }

    /** What a delivery still occupies. An undo takes back the rest of a delivery, so it frees everything from where it starts. */
    private static List<Span> taken(OrderLine line, Fulfillment delivery, List<Fulfillment> all, BigDecimal sign) {
        List<Span> spans = of(line.key(), delivery).stream()
                .map(part -> new Span(part.from().multiply(sign), part.to().multiply(sign)))
                .toList();
        return all.stream()
                .filter(f -> delivery.id().equals(f.returnOf()) && f.reopens())
                .flatMap(f -> of(line.key(), f).stream())
                .map(part -> part.from().abs())
                .min(Comparator.naturalOrder())
                .map(kept -> firstOf(spans, kept))
                .orElse(spans);
    }

    private static List<Span> firstOf(List<Span> spans, BigDecimal length) {
        List<Span> kept = new ArrayList<>();
        BigDecimal missing = length;
        for (Span span : spans) {
            BigDecimal take = missing.min(span.length());
            if (take.signum() > 0) {
                kept.add(new Span(span.from, span.from.add(take)));
                missing = missing.subtract(take);
            }
        }
        return kept;
    }

    private record Span(BigDecimal from, BigDecimal to) {

        BigDecimal length() {
            return to.subtract(from);
        }

        List<Span> without(Span taken) {
            List<Span> left = new ArrayList<>();
            add(left, from, to.min(taken.from));
            add(left, from.max(taken.to), to);
            return left;
        }

        private static void add(List<Span> spans, BigDecimal from, BigDecimal to) {
            if (from.compareTo(to) < 0) {
                spans.add(new Span(from, to));
            }
        }
    }
}
