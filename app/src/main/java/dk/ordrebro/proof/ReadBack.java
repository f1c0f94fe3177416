package dk.ordrebro.proof;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.AccountingSystem;
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

    void run(AccountingIntegration integration, AccountingSystem system, LocalDate from, LocalDate through) {
        CompanyId company = integration.company();
        Map<String, BookingId> unseen = new HashMap<>();
        bookings.between(company, integration.id(), from, through, booking -> expect(unseen, booking));
        Instant began = clock.instant();
        List<Invoice> batch = new ArrayList<>();
        system.invoices(from, through, invoice -> {
            unseen.remove(invoice.id().value());
            batch.add(invoice);
            if (batch.size() == BATCH) {
                standings.observe(company, integration.id(), batch, began);
                batch.clear();
            }
        });
        standings.observe(company, integration.id(), batch, began);
        standings.look(company, unseen.values().stream().limit(MOST_MISSED).toList());
        lookAtOlderDrafts(company, integration, from);
    }

    /** A draft may lie for weeks before somebody approves it. */
    private void lookAtOlderDrafts(CompanyId company, AccountingIntegration integration, LocalDate before) {
        standings.look(
                company,
                bookings.page(company, BookingFilter.DRAFTS, Optional.empty(), MOST_DRAFTS).stream()
                        .filter(draft ->
                                draft.day().isBefore(before) && integration.id().equals(draft.accounting()))
                        .map(Booking::id)
                        .toList());
    }

    private static void expect(Map<String, BookingId> unseen, Booking booking) {
        if (booking.state() == BookingState.SETTLED && booking.invoice() != null) {
            unseen.put(booking.invoice().value(), booking.id());
        }
    }
}
