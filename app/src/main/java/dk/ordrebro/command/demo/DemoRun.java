package dk.ordrebro.command.demo;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.intake.csv.CsvImport;
import dk.ordrebro.intake.csv.CsvLayout;
import dk.ordrebro.intake.csv.CsvReport;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.Raw;
import dk.ordrebro.proof.Proof;
import dk.ordrebro.proof.ProofReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Brings orders in, has them handled and booked as in daily life, waits until nothing is under way, and proves the result. */
@Component
public final class DemoRun {

    private static final Set<BookingState> UNDER_WAY =
            EnumSet.of(BookingState.WAITING, BookingState.SENDING, BookingState.SUSPECT);
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final int BATCH = 200;
    /** Nothing waits longer than this for a lost answer; a run in which nothing moves for so long will not end by itself. */
    private static final Duration STUCK = Duration.ofMinutes(5);

    private final Orders orders;
    private final Handling handling;
    private final Bookings bookings;
    private final Proof proof;
    private final CsvImport files;
    private final AccountingSystems systems;
    private final MessageSource texts;
    private final Clock clock;

    DemoRun(
            Orders orders,
            Handling handling,
            Bookings bookings,
            Proof proof,
            CsvImport files,
            AccountingSystems systems,
            MessageSource texts,
            Clock clock) {
        this.orders = orders;
        this.handling = handling;
        this.bookings = bookings;
        this.proof = proof;
        this.files = files;
        this.systems = systems;
        this.texts = texts;
        this.clock = clock;
    }

    /** What a run took in. */
    private record Taken(long lines, long returns, Map<String, Long> refused) {}

    /**
     * Books an invented shop's orders.
     *
     * @param data folder in which the first start's day is kept, so that a second start invents the same orders
     */
    public DemoSummary invented(DemoCompany demo, int count, Path data, ProgressBar bar) {
        Instant started = clock.instant();
        long calls = calls(demo);
        long settled = settled(demo);
        List<Order> invented = DemoShop.orders(demo.shop(), count, firstDay(data));
        for (int from = 0; from < invented.size(); from += BATCH) {
            List<Order> batch = invented.subList(from, Math.min(from + BATCH, invented.size()));
            keepAndHandle(demo.company().id(), batch);
            bar.show("Orders in and handled", from + batch.size(), invented.size());
        }
        bar.end();
        long lines = invented.stream().mapToLong(order -> order.lines().size()).sum();
        return finish(demo, started, calls, settled, new Taken(lines, 0, Map.of()), bar);
    }

    private void keepAndHandle(CompanyId company, List<Order> batch) {
        List<Orders.Kept> kept = orders.keep(batch.stream()
                .map(order -> new Orders.Arrival(order, Raw.of("")))
                .toList());
        List<Handling.Whole> wholes = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            wholes.add(new Handling.Whole(kept.get(i).id(), batch.get(i).placedAt(), "demo"));
        }
        handling.handleAll(company, wholes);
    }

    private LocalDate firstDay(Path data) {
        Path file = data.resolve("demo.day");
        try {
            if (Files.notExists(file)) {
                Files.writeString(
                        file, LocalDate.now(clock.withZone(COPENHAGEN)).toString());
            }
            return LocalDate.parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new DemoFailed("The folder " + data + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Books the orders of a file. */
    public DemoSummary file(DemoCompany demo, Path file, CsvLayout layout, ProgressBar bar) {
        Instant started = clock.instant();
        long calls = calls(demo);
        long settled = settled(demo);
        try {
            CsvReport report = files.importFile(
                    demo.shop(),
                    file,
                    layout,
                    true,
                    (phase, rows, of) -> bar.show("Rows, " + phase.name().toLowerCase(Locale.ROOT), rows, of));
            bar.end();
            if (!report.readable()) {
                throw new DemoFailed("The file " + file + " was refused: "
                        + report.refusals().getFirst().faults().getFirst());
            }
            return finish(demo, started, calls, settled, taken(report), bar);
        } catch (IOException e) {
            throw new DemoFailed("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Taken taken(CsvReport report) {
        Map<String, Long> refused = new TreeMap<>();
        report.refusals()
                .forEach(
                        refusal -> refused.merge(String.valueOf(refusal.faults().getFirst()), 1L, Long::sum));
        return new Taken(report.lines(), report.matchedCancellations(), refused);
    }

    private DemoSummary finish(
            DemoCompany demo, Instant started, long callsBefore, long settledBefore, Taken taken, ProgressBar bar) {
        long unfinished = await(demo.company().id(), bar);
        Instant ended = clock.instant();
        long calls = calls(demo) - callsBefore;
        CompanyId company = demo.company().id();
        Proof.Span span = proof.span(company, demo.accounting().id())
                .orElseThrow(() -> new DemoFailed("No order of the demo was booked, held or skipped."));
        ProofReport report = proof.compare(company, demo.accounting().id(), span.from(), span.through());
        Documents documents = new Documents();
        bookings.between(company, demo.accounting().id(), span.from(), span.through(), documents::add);
        long booked = documents.invoices + documents.creditNotes - settledBefore;
        BigDecimal seconds = BigDecimal.valueOf(Duration.between(started, ended).toMillis(), 3);
        return new DemoSummary(
                orders.count(company),
                taken.lines,
                documents.all,
                documents.returns,
                taken.refused,
                documents.invoices,
                documents.creditNotes,
                documents.held,
                documents.skipped,
                unfinished,
                report.invoices(),
                report.missing(),
                report.extra(),
                report.difference().isZero() ? "0.00" : report.difference().toString(),
                report.agrees(),
                booked,
                calls,
                booked == 0
                        ? null
                        : BigDecimal.valueOf(calls).divide(BigDecimal.valueOf(booked), 2, RoundingMode.HALF_UP),
                seconds.setScale(1, RoundingMode.HALF_UP),
                booked == 0 || seconds.signum() == 0
                        ? null
                        : BigDecimal.valueOf(booked).divide(seconds, 1, RoundingMode.HALF_UP));
    }

    /** Bookings counted for a summary. */
    private final class Documents {

        private long all;
        private long returns;
        private long invoices;
        private long creditNotes;
        private final Map<String, Long> held = new TreeMap<>();
        private final Map<String, Long> skipped = new TreeMap<>();

        void add(Booking booking) {
            all++;
            returns += booking.type() == DocumentType.CREDIT_NOTE ? 1 : 0;
            switch (booking.state()) {
                case SETTLED -> {
                    invoices += booking.type() == DocumentType.INVOICE ? 1 : 0;
                    creditNotes += booking.type() == DocumentType.CREDIT_NOTE ? 1 : 0;
                }
                case HELD -> held.merge(title(booking), 1L, Long::sum);
                case SKIPPED -> skipped.merge(title(booking), 1L, Long::sum);
                case WAITING, SENDING, SUSPECT -> {
                    // counted as unfinished
                }
            }
        }

        private String title(Booking booking) {
            String code = booking.reasons().getFirst().code();
            return texts.getMessage("reason." + code + ".title", null, code, Locale.ENGLISH) + " (" + code + ")";
        }
    }

    private long settled(DemoCompany demo) {
        return bookings.counts(demo.company().id()).getOrDefault(BookingState.SETTLED, 0L);
    }

    private long calls(DemoCompany demo) {
        return systems.open(demo.accounting()).calls();
    }

    /** Waits until nothing is under way, or nothing has moved for long; says how much was left. */
    private long await(CompanyId company, ProgressBar bar) {
        CountDownLatch never = new CountDownLatch(1);
        Instant moved = clock.instant();
        long before = -1;
        while (true) {
            Map<BookingState, Long> counts = bookings.counts(company);
            long left = UNDER_WAY.stream()
                    .mapToLong(state -> counts.getOrDefault(state, 0L))
                    .sum();
            long all = counts.values().stream().mapToLong(Long::longValue).sum();
            bar.show("Decided or booked", all - left, all);
            if (left != before) {
                moved = clock.instant();
                before = left;
            }
            if (left == 0 || clock.instant().isAfter(moved.plus(STUCK))) {
                bar.end();
                return left;
            }
            try {
                never.await(250, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return left;
            }
        }
    }
}
