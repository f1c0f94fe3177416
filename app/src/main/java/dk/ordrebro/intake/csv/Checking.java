package dk.ordrebro.intake.csv;

import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.Order;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads a whole file as an import would, and stores nothing. */
final class Checking {

    private static final int ORDERS_SHOWN = 10;
    private static final int REFUSALS_SHOWN = 30;

    private final CsvLayout layout;
    private final OrderMaker maker;
    private final Summing summing;
    private final List<Order> first = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private long orders;
    private long cancellations;
    private long refusedOrders;

    private Checking(CsvLayout layout, OrderMaker maker, Summing summing) {
        this.summing = summing;
        this.layout = layout;
        this.maker = maker;
    }

    static CsvCheck check(OrderIntegration shop, Path file, CsvLayout layout, Instant now) throws IOException {
        try {
            Survey survey = Survey.of(file, layout, Progress.NONE);
            Checking checking = new Checking(layout, new OrderMaker(shop, layout, new byte[0]), new Summing(now));
            Documents.read(file, layout, survey, checking::see, rows -> {});
            return checking.found(survey.rows());
        } catch (UnreadableFile unreadable) {
            return new CsvCheck(
                    0, 0, 0, 0, List.of(), List.of(new Refusal("", List.of(), List.of(unreadable.fault()))), List.of());
        }
    }

    private void see(Document document) {
        switch (document) {
            case Document.Refused refused -> {
                refusedOrders += refused.refusal().order().isEmpty() ? 0 : 1;
                if (refusals.size() < REFUSALS_SHOWN) {
                    refusals.add(refused.refusal());
                }
            }
            case Document.Complete complete -> {
                orders++;
                cancellations += complete.isCancellation(layout) ? 1 : 0;
                Order order = maker.arrival(complete).order();
                summing.add(order);
                if (first.size() < ORDERS_SHOWN) {
                    first.add(order);
                }
            }
        }
    }

    private CsvCheck found(long rows) {
        return new CsvCheck(rows, orders, cancellations, refusedOrders, first, refusals, summing.sums());
    }
}
