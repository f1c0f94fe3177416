package dk.ordrebro.web.rules;

import dk.ordrebro.booking.DryRun;
import dk.ordrebro.enrichment.Trail.TrailLine;
import dk.ordrebro.order.StoredOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What other rules would do to the latest orders.
 *
 * @param looked how many were tried
 * @param changed those that would come out otherwise
 */
record Trial(int looked, List<Changed> changed) {

    /** An order that would come out otherwise. */
    record Changed(StoredOrder stored, DryRun.Preview before, DryRun.Preview after, List<Line> lines) {}

    /**
     * A line that would be booked otherwise.
     *
     * @param before null where the order would not have been sent
     * @param after null where it would not be
     */
    record Line(
            String description,
            @Nullable TrailLine before,
            @Nullable TrailLine after) {}

    /** How one order comes out; nothing where it is the same. */
    static List<Changed> compare(StoredOrder stored, DryRun.Preview before, DryRun.Preview after) {
        List<Line> lines = lines(before, after);
        boolean otherwise = before.wouldSend() != after.wouldSend()
                || !before.hold().equals(after.hold())
                || (before.wouldSend() && !lines.isEmpty());
        return otherwise ? List.of(new Changed(stored, before, after, lines)) : List.of();
    }

    private static List<Line> lines(DryRun.Preview before, DryRun.Preview after) {
        List<TrailLine> was = before.enrichment().trail().lines();
        List<Line> lines = new ArrayList<>();
        for (TrailLine now : after.enrichment().trail().lines()) {
            TrailLine old = was.stream()
                    .filter(line -> line.orderLine().equals(now.orderLine()))
                    .findFirst()
                    .orElse(null);
            if (old == null || !where(old).equals(where(now))) {
                lines.add(new Line(now.description(), old, now));
            }
        }
        return lines;
    }

    private static List<String> where(TrailLine line) {
        return List.of(line.account(), line.ruleset(), Objects.toString(line.rate()));
    }
}
