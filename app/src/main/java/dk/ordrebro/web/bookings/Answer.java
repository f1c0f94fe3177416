package dk.ordrebro.web.bookings;

import dk.ordrebro.accounting.DraftLine;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.booking.Attempt;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.money.Totals;
import dk.ordrebro.money.VatRate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was sent and what came back, side by side.
 *
 * @param at when the accounting program told it
 * @param lines the answer has none when the program was not asked for them
 */
record Answer(Invoice invoice, InvoiceDraft draft, Instant at, List<Line> lines) {

    /** One line of both. */
    record Line(String description, Money sent, VatRate sentRate, Money came, VatRate cameRate) {

        public boolean agrees() {
            return sent.equals(came) && sentRate.equals(cameRate);
        }
    }

    public boolean sameGross() {
        return sent().gross().equals(came().gross());
    }

    public boolean sameVat() {
        return sent().vat().equals(came().vat());
    }

    public Totals sent() {
        return draft.expected();
    }

    public Totals came() {
        return invoice.totals();
    }

    /** The latest answer that told of a document; null when there is none, or no draft is kept to hold it against. */
    static @Nullable Answer of(Booking booking, List<Attempt> attempts) {
        InvoiceDraft draft = booking.draft();
        if (draft == null) {
            return null;
        }
        Answer latest = null;
        for (Attempt attempt : attempts) {
            Invoice invoice = attempt.answer();
            Instant at = attempt.finishedAt();
            if (invoice != null && at != null) {
                latest = new Answer(invoice, draft, at, lines(draft, invoice));
            }
        }
        return latest;
    }

    private static List<Line> lines(InvoiceDraft draft, Invoice invoice) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(draft.lines().size(), invoice.lines().size()); i++) {
            DraftLine sent = draft.lines().get(i);
            Invoice.Line came = invoice.lines().get(i);
            lines.add(new Line(
                    sent.description(),
                    sent.expected().gross(),
                    sent.rate(),
                    came.totals().gross(),
                    came.rate()));
        }
        return lines;
    }
}
