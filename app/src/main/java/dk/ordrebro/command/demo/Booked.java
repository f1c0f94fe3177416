package dk.ordrebro.command.demo;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.booking.totals.DailyTotals;
import dk.ordrebro.booking.totals.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Watches a company's bookings until each has come to its end: settled, held or skipped. */
@Component
public final class Booked {

    private static final Duration LOOK = Duration.ofMillis(200);

    /** Longer than the longest wait between two tries, so that a program that is down for a moment is waited for. */
    private static final Duration STANDSTILL = Duration.ofMinutes(5);

    private final DailyTotals totals;
    private final InstantSource clock;

    Booked(DailyTotals totals, InstantSource clock) {
        this.totals = totals;
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
            Tally tally = totals.tally(company);
            long all = tally.handled();
            long open = tally.underway();
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
}
