package dk.ordrebro.booking.ledgers;

import dk.ordrebro.accounting.DraftLine;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingUpdates;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.enrichment.Trail;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.Totals;
import dk.ordrebro.question.AnswerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Expects what the accounting program answered: its VAT, and the rates it picked. What is sent and checked afterwards is that, so that whoever
 * changes the document once more is asked again. The total is never taken: it is what the customer paid.
 */
public class TakenAsItStands {

    private final Bookings bookings;
    private final BookingUpdates updates;

    public TakenAsItStands(Bookings bookings, BookingUpdates updates) {
        this.bookings = bookings;
        this.updates = updates;
    }

    /**
     * Takes the document as it was last read.
     *
     * @param held whose document differs
     * @param who says so
     * @return false where the total differs too, or anything else that no person can take
     */
    public boolean take(Booking held, String who) {
        boolean takable = held.reasons().stream()
                .allMatch(reason -> reason.kind().answers().contains(AnswerKind.LEDGERS_OWN));
        InvoiceDraft draft = held.draft();
        Optional<Invoice> stands = bookings.attempts(held.company(), held.id()).stream()
                .flatMap(attempt -> Stream.ofNullable(attempt.answer()))
                .reduce((earlier, latest) -> latest);
        if (!takable || draft == null || stands.isEmpty() || !isSameMoney(draft, stands.get())) {
            return false;
        }
        updates.freeze(List.of(new BookingUpdates.Frozen(held, as(draft, stands.get()), noted(held.trail(), who))));
        return true;
    }

    private static boolean isSameMoney(InvoiceDraft draft, Invoice stands) {
        return draft.expected().gross().equals(stands.totals().gross())
                && draft.lines().size() == stands.lines().size()
                && IntStream.range(0, draft.lines().size())
                        .allMatch(i -> amount(draft, draft.lines().get(i).expected())
                                .equals(amount(draft, stands.lines().get(i).totals())));
    }

    /** Of a line in the price mode it was sent in: the rest is its share of the document's VAT, which its ledger spreads as it likes. */
    private static Money amount(InvoiceDraft draft, Totals line) {
        return draft.priceMode() == PriceMode.INCLUDING_VAT ? line.gross() : line.net();
    }

    private static InvoiceDraft as(InvoiceDraft draft, Invoice stands) {
        List<DraftLine> lines = IntStream.range(0, draft.lines().size())
                .mapToObj(i -> as(draft.lines().get(i), stands.lines().get(i)))
                .toList();
        return new InvoiceDraft(
                draft.reference(),
                draft.type(),
                draft.orderNumber(),
                draft.date(),
                draft.buyer(),
                draft.currency(),
                draft.exchangeRate(),
                draft.priceMode(),
                draft.credits(),
                draft.message(),
                lines,
                stands.totals());
    }

    private static DraftLine as(DraftLine line, Invoice.Line stands) {
        return new DraftLine(
                line.orderLine(),
                line.account(),
                line.description(),
                line.quantity(),
                line.unitPrice(),
                line.discount(),
                stands.rate(),
                stands.totals());
    }

    private static @Nullable Trail noted(@Nullable Trail trail, String who) {
        if (trail == null) {
            return null;
        }
        List<String> notes = new ArrayList<>(trail.notes());
        notes.add("ANSWER_LEDGERS_OWN|" + who);
        return new Trail(
                trail.area(),
                trail.territory(),
                trail.territoryVersion(),
                trail.treatment(),
                trail.sums(),
                trail.lines(),
                notes);
    }
}
