package dk.ordrebro.proof;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingFilter;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.Standings;
import dk.ordrebro.integration.AccountingIntegration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads back where our documents stand, before they are compared: what a person approved or made void in the program is known here by it. A
 * document the listing does not show is read by itself, for only so is it known to be gone.
 */
final class ReadBack {

    private static final int BATCH = 500;
    /** More than these are not gone one by one: then something else is wrong, and the comparison says so. */
    private static final int MOST_MISSED = 200;

    /** Of the drafts waiting for approval, the newest so many are read one by one where they are older than the days listed. */
    private static final int MOST_DRAFTS = 500;

    private final Bookings bookings;
    private final Standings standings;
    private final InstantSource clock;

    ReadBack(Bookings bookings, Standings standings, InstantSource clock) {
        this.bookings = bookings;
        this.standings = standings;
        this.clock = clock;
    }

    /** Begins to read back what a listing of the ledger is about to show. */
    Reading begin(AccountingIntegration integration) {
        return new Reading(integration, clock.instant());
    }

    /** One listing on its way. */
    final class Reading {

        private final AccountingIntegration integration;
        private final Instant began;
        private final Map<String, BookingId> unseen = new HashMap<>();
        private final List<Invoice> batch = new ArrayList<>();

        private Reading(AccountingIntegration integration, Instant began) {
            this.integration = integration;
            this.began = began;
        }

        /** A booking whose document the listing should show. */
        void expect(Booking booking) {
            if (booking.state() == BookingState.SETTLED && booking.invoice() != null) {
                unseen.put(booking.invoice().value(), booking.id());
            }
        }

        void saw(Invoice invoice) {
            unseen.remove(invoice.id().value());
            batch.add(invoice);
            if (batch.size() == BATCH) {
                observe();
            }
        }

        /** The listing is over: what it did not show is looked for by itself. */
        void end() {
            observe();
            standings.look(
                    integration.company(),
                    unseen.values().stream().limit(MOST_MISSED).toList());
        }

        private void observe() {
            standings.observe(integration.company(), integration.id(), batch, began);
            batch.clear();
        }
    }

    /** A draft may lie for weeks before somebody approves it. */
    void lookAtOlderDrafts(AccountingIntegration integration, LocalDate before) {
        CompanyId company = integration.company();
        standings.look(
                company,
                bookings.page(company, BookingFilter.DRAFTS, Optional.empty(), MOST_DRAFTS).stream()
                        .filter(draft ->
                                draft.day().isBefore(before) && integration.id().equals(draft.accounting()))
                        .map(Booking::id)
                        .toList());
    }
}
