package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.store.Change;
import java.time.LocalDate;

/** The part of the books that is closed. */
final class LockedPeriod {

    private LockedPeriod() {}

    @Behaviour(
            value =
                    "An entryDate on or before fiscalLockingDate is refused with 422, for drafts, approvals and payments",
            known = Known.GUESSED,
            where = "14",
            question = 10)
    static void refuse(Change change, LocalDate entryDate) {
        LocalDate locked = change.organization().get(Organization.FISCAL_LOCKING_DATE);
        if (locked != null && !entryDate.isAfter(locked) && !Switch.LOCKED_PERIOD_OPEN.isOn(change.organization())) {
            throw Refusal.rule(
                    "The entry date " + entryDate + " is in a locked period (locked until " + locked + ").",
                    "Bogføringsdatoen " + entryDate + " ligger i en låst periode (låst til og med " + locked + ").");
        }
    }
}
