package dk.ordrebro.web.settings;

import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.booking.DryRun;
import dk.ordrebro.booking.Obstacle;
import dk.ordrebro.enrichment.Enrichment;
import dk.ordrebro.money.Totals;
import dk.ordrebro.order.StoredOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Real orders with what a dry run found of each.
 *
 * @param reasons codes of what holds orders back, most frequent first, with how many orders each holds
 * @param net by currency, of what would be sent; likewise {@code vat} and {@code gross}. Credit notes count below zero
 */
record RealOrders(
        List<Line> lines,
        List<Map.Entry<String, Long>> reasons,
        Map<String, BigDecimal> net,
        Map<String, BigDecimal> vat,
        Map<String, BigDecimal> gross) {

    /** One order. */
    record Line(StoredOrder stored, DryRun.Preview preview) {

        public @Nullable InvoiceDraft draft() {
            return preview.enrichment() instanceof Enrichment.Ready ready ? ready.draft() : null;
        }

        /** Whether it would become no document, and rightly so. */
        public boolean skipped() {
            return preview.enrichment() instanceof Enrichment.Nothing
                    || preview.hold().stream().anyMatch(hold -> hold.kind() == Obstacle.BEFORE_START);
        }

        public boolean held() {
            return !preview.wouldSend() && !skipped();
        }
    }

    static RealOrders of(List<Line> lines) {
        Map<String, Long> reasons = lines.stream()
                .filter(Line::held)
                .flatMap(line ->
                        line.preview().hold().stream().map(hold -> hold.code()).distinct())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return new RealOrders(
                lines,
                reasons.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .toList(),
                sums(lines, Totals::net),
                sums(lines, Totals::vat),
                sums(lines, Totals::gross));
    }

    private static Map<String, BigDecimal> sums(List<Line> lines, Function<Totals, Money> part) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        lines.stream()
                .flatMap(line -> Optional.ofNullable(line.draft()).stream())
                .forEach(draft -> {
                    Money amount = part.apply(draft.expected());
                    BigDecimal signed = switch (draft.type()) {
                        case INVOICE -> amount.getAmount();
                        case CREDIT_NOTE -> amount.getAmount().negate();
                    };
                    sums.merge(amount.getCurrencyUnit().getCode(), signed, BigDecimal::add);
                });
        return sums;
    }

    public long sent() {
        return lines.stream().filter(line -> line.preview().wouldSend()).count();
    }

    public long held() {
        return lines.stream().filter(Line::held).count();
    }

    public long skipped() {
        return lines.stream().filter(Line::skipped).count();
    }
}
