package dk.ordrebro.command.demo;

import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.Bookings;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Counts what a company's bookings have become. */
@Component
public final class Documents {

    private final Bookings bookings;

    Documents(Bookings bookings) {
        this.bookings = bookings;
    }

    /**
     * The counts at one moment.
     *
     * @param invoices settled
     * @param creditNotes settled
     * @param open under way
     * @param held number of bookings by the code of their reason
     * @param skipped number of bookings by the code of their reason
     */
    public record Count(long invoices, long creditNotes, long open, Map<String, Long> held, Map<String, Long> skipped) {

        /** What stands in the accounting program. */
        public long settled() {
            return invoices + creditNotes;
        }

        public long fulfillments() {
            return settled() + open + sum(held) + sum(skipped);
        }

        private static long sum(Map<String, Long> counts) {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public Count of(DemoCompany demo) {
        Tally tally = new Tally();
        bookings.days(demo.company().id(), demo.accounting().id())
                .ifPresent(days -> bookings.between(
                        demo.company().id(), demo.accounting().id(), days.from(), days.through(), tally::add));
        return tally.count();
    }

    private static final class Tally {

        private long invoices;
        private long creditNotes;
        private long open;
        private final Map<String, Long> held = new TreeMap<>();
        private final Map<String, Long> skipped = new TreeMap<>();

        void add(Booking booking) {
            switch (booking.state()) {
                case SETTLED -> settled(booking.type());
                case HELD -> held.merge(reason(booking), 1L, Long::sum);
                case SKIPPED -> skipped.merge(reason(booking), 1L, Long::sum);
                case WAITING, SENDING, SUSPECT -> open++;
                case TAKEN_BACK -> {
                    // nothing stands of it
                }
            }
        }

        private void settled(DocumentType type) {
            switch (type) {
                case INVOICE -> invoices++;
                case CREDIT_NOTE -> creditNotes++;
            }
        }

        /** A document may be held for several reasons; the first is counted, so that the counts add up. */
        private static String reason(Booking booking) {
            return booking.reasons().isEmpty()
                    ? ""
                    : booking.reasons().getFirst().code();
        }

        Count count() {
            return new Count(invoices, creditNotes, open, held, skipped);
        }
    }
}
