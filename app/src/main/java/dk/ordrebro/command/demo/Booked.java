package dk.ordrebro.command.demo;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Watches a company's bookings until each has come to its end: settled, held or skipped. */
@Component
public final class Booked {

    private static final Duration LOOK = Duration.ofMillis(200);

    /** Longer than the longest wait between two tries, so that a program that is down for a moment is waited for. */
    private static final Duration STANDSTILL = Duration.ofMinutes(5);

    private final Bookings bookings;
    private final InstantSource clock;

    Booked(Bookings bookings, InstantSource clock) {
        this.bookings = bookings;
        this.clock = clock;
    }

    /**
     * Returns when none is under way, or when nothing has moved for five minutes.
     *
     * @return how many are still under way
     */
    public long await(CompanyId company, Bar bar) throws InterruptedException {
        long before = -1;
        Instant moved = clock.instant();
        while (true) {
            Map<BookingState, Long> counts = bookings.counts(company);
            long all = counts.values().stream().mapToLong(Long::longValue).sum();
            long open = open(counts);
            bar.at(all - open, all);
            if (open != before) {
                before = open;
                moved = clock.instant();
            }
            if (open == 0 || Duration.between(moved, clock.instant()).compareTo(STANDSTILL) > 0) {
                bar.end();
                return open;
            }
            Thread.sleep(LOOK);
        }
    }

    private static long open(Map<BookingState, Long> counts) {
        return counts.getOrDefault(BookingState.WAITING, 0L)
                + counts.getOrDefault(BookingState.SENDING, 0L)
                + counts.getOrDefault(BookingState.SUSPECT, 0L);
    }
}
