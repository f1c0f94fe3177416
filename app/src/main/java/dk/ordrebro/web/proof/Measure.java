package dk.ordrebro.web.proof;

import dk.ordrebro.proof.Amounts;
import dk.ordrebro.proof.Figures;
import dk.ordrebro.proof.LedgerDay;
import dk.ordrebro.proof.Place;
import dk.ordrebro.proof.ProofDay;

/** The columns of a proof, in the order in which they are read: the same on the page and in both files. */
enum Measure {
    RECEIVED,
    HANDLED,
    WAITING,
    SKIPPED,
    DRAFTS,
    APPROVED,
    CREDITED,
    LEDGER,
    DIFFERENCE,
    VAT_APART;

    /** Key of the heading. */
    public String key() {
        return "proof.measure." + name();
    }

    /** How many, and how much with VAT. The last two count nothing: what is wrong is counted by what it is. */
    public Figures of(ProofDay day) {
        return switch (this) {
            case RECEIVED -> day.received();
            case HANDLED -> day.handled();
            case WAITING -> day.waiting();
            case SKIPPED -> day.skipped();
            case DRAFTS -> day.at(Place.DRAFT);
            case APPROVED -> day.at(Place.APPROVED);
            case CREDITED -> day.credited();
            case LEDGER -> ledger(day.ledger());
            case DIFFERENCE -> new Figures(0, 0, day.difference());
            case VAT_APART -> new Figures(0, 0, day.vatApart());
        };
    }

    boolean counts() {
        return this != DIFFERENCE && this != VAT_APART;
    }

    private static Figures ledger(@org.jspecify.annotations.Nullable LedgerDay ledger) {
        return ledger == null ? new Figures(0, 0, Amounts.NONE) : new Figures(ledger.documents(), 0, ledger.invoiced());
    }
}
