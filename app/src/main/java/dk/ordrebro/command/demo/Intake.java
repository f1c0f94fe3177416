package dk.ordrebro.command.demo;

import dk.ordrebro.intake.csv.CsvImport;
import dk.ordrebro.intake.csv.CsvLayout;
import dk.ordrebro.intake.csv.CsvReport;
import dk.ordrebro.intake.csv.Fault;
import dk.ordrebro.intake.csv.Progress;
import dk.ordrebro.intake.csv.Refusal;
import dk.ordrebro.intake.push.PushOrders;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.Raw;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Brings orders in and handles them: those of the invented shop, or those of a file. The same again changes nothing. */
@Component
public final class Intake {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final int BATCH = 50;

    /** The invented shop packs an order half a day after it came in. */
    private static final Duration UNTIL_PACKED = Duration.ofHours(12);

    private final Orders orders;
    private final Handling handling;
    private final PushOrders push;
    private final CsvImport csv;

    Intake(Orders orders, Handling handling, PushOrders push, CsvImport csv) {
        this.orders = orders;
        this.handling = handling;
        this.push = push;
        this.csv = csv;
    }

    /**
     * What came in.
     *
     * @param refused one sentence for each order or row that was not taken in
     */
    public record Taken(long orders, long lines, List<String> refused) {}

    /** The invented shop's orders, those before the day the company was made, so that a second start gives the same. */
    public Taken invented(DemoCompany demo, int count, Bar bar) {
        LocalDate lastDay =
                LocalDate.ofInstant(demo.company().createdAt(), COPENHAGEN).minusDays(2);
        List<Order> all = DemoShop.orders(demo.shop(), count, lastDay);
        for (int from = 0; from < all.size(); from += BATCH) {
            takeIn(demo, all.subList(from, Math.min(all.size(), from + BATCH)));
            bar.at(Math.min(all.size(), from + BATCH), all.size());
        }
        bar.end();
        return new Taken(
                all.size(),
                all.stream().mapToLong(order -> order.lines().size()).sum(),
                List.of());
    }

    private void takeIn(DemoCompany demo, List<Order> batch) {
        List<Orders.Kept> kept = orders.keep(batch.stream()
                .map(order -> new Orders.Arrival(order, Raw.of(push.write(order))))
                .toList());
        List<Handling.Whole> whole = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            whole.add(
                    new Handling.Whole(kept.get(i).id(), batch.get(i).placedAt().plus(UNTIL_PACKED), null));
        }
        handling.handleAll(demo.company().id(), whole);
    }

    /**
     * The orders of a file.
     *
     * @throws DemoFailed when the file as a whole cannot be read as orders
     */
    public Taken file(DemoCompany demo, Path file, CsvLayout layout, Bar bar) {
        try {
            CsvReport report = csv.importFile(demo.shop(), file, layout, true, progress(bar));
            bar.end();
            if (!report.readable()) {
                throw new DemoFailed(file + ": " + sentence(report.refusals().getFirst()));
            }
            return new Taken(
                    report.orders(),
                    report.lines(),
                    report.refusals().stream()
                            .map(refusal -> file.getFileName() + ": " + sentence(refusal))
                            .toList());
        } catch (IOException e) {
            throw new DemoFailed("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String sentence(Refusal refusal) {
        String why = refusal.faults().stream()
                .map((Fault fault) -> fault.text(Locale.ENGLISH))
                .collect(Collectors.joining(" "));
        return refusal.order().isEmpty() ? why : "order " + refusal.order() + ": " + why;
    }

    private static Progress progress(Bar bar) {
        return new Progress() {
            private Phase current = Phase.CHECKING;

            @Override
            public void at(Phase phase, long rows, long of) {
                if (phase != current) {
                    current = phase;
                    bar.begin(phase == Phase.ORDERS ? "Taking in orders" : "Cancellations");
                }
                bar.at(rows, of);
            }
        };
    }
}
