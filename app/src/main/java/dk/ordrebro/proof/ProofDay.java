package dk.ordrebro.proof;

import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.proof.asked.OpenQuestion;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One day of one shop: what was received and handled, where it stands now, and what the accounting program said when it was last asked.
 *
 * @param day in Copenhagen: of purchase for what was received, of the fulfillment, which is the document's date, for all else
 * @param at where it stands now
 * @param credited of the documents: the credit notes
 * @param shopVatApart VAT of documents less the VAT the shop stated for the same orders
 * @param asked what waits for a person outside the bookings: orders that were not understood, changes after booking, money paid back
 * @param findings how many things the last comparison found wrong
 * @param ledger null where the day was never compared
 */
public record ProofDay(
        LocalDate day,
        OrderIntegrationId shop,
        Map<Place, Figures> at,
        Figures credited,
        Amounts shopVatApart,
        Map<OpenQuestion.Kind, Figures> asked,
        long findings,
        @Nullable LedgerDay ledger) {

    public ProofDay {
        at = Map.copyOf(at);
        asked = Map.copyOf(asked);
    }

    public Figures at(Place place) {
        return at.getOrDefault(place, Figures.NONE);
    }

    private Figures at(Stream<Place> places) {
        return places.map(this::at).reduce(Figures.NONE, Figures::plus);
    }

    public Figures received() {
        return at(Place.RECEIVED);
    }

    public Figures handled() {
        return at(Stream.of(
                Place.UNDERWAY,
                Place.HELD,
                Place.BEFORE_START,
                Place.SKIPPED,
                Place.DRAFT,
                Place.APPROVED,
                Place.GONE));
    }

    public Figures held() {
        return at(Place.HELD);
    }

    public Figures underway() {
        return at(Place.UNDERWAY);
    }

    /** What a document was made of, wherever that is now. */
    public Figures settled() {
        return at(Stream.of(Place.DRAFT, Place.APPROVED, Place.GONE));
    }

    public Figures skipped() {
        return at(Stream.of(Place.BEFORE_START, Place.SKIPPED));
    }

    /** Documents the books were not asked about since they were made. */
    public Figures unchecked() {
        Figures settled = settled();
        if (ledger == null) {
            return settled;
        }
        Amounts since = settled.amounts().minus(ledger.expected()).present();
        long n = Math.abs(settled.n() - ledger.settled());
        return new Figures(n == 0 && !since.isZero() ? 1 : n, 0, since);
    }

    public Figures asked(OpenQuestion.Kind kind) {
        return asked.getOrDefault(kind, Figures.NONE);
    }

    /** Orders that were not understood, or ask something of a person. */
    public long arrivals() {
        return asked(OpenQuestion.Kind.ARRIVAL).n();
    }

    /** Orders changed after they were booked, with what was booked. */
    public Figures edits() {
        return asked(OpenQuestion.Kind.EDIT);
    }

    /** Money paid back of which nobody has said what it was for; negative. */
    public Figures refunds() {
        return asked(OpenQuestion.Kind.REFUND);
    }

    /** Everything that keeps the day from being done: under way, held, not understood, changed, paid back, not compared. */
    public Figures waiting() {
        return Stream.concat(Stream.of(underway(), held(), unchecked()), asked.values().stream())
                .reduce(Figures.NONE, Figures::plus);
    }

    public Amounts invoiced() {
        return ledger == null ? Amounts.NONE : ledger.invoiced();
    }

    public Amounts difference() {
        return ledger == null ? Amounts.NONE : ledger.difference();
    }

    public Amounts vatApart() {
        return ledger == null ? shopVatApart : shopVatApart.plus(ledger.vatApart());
    }

    public long missing() {
        return ledger == null ? 0 : ledger.missing();
    }

    public long extra() {
        return ledger == null ? 0 : ledger.extra();
    }

    public boolean isWrong() {
        return findings > 0
                || (ledger != null
                        && (ledger.missing() > 0
                                || ledger.extra() > 0
                                || !ledger.apart().isZero()));
    }

    public Verdict verdict() {
        return Verdict.of(isWrong(), waiting());
    }
}
