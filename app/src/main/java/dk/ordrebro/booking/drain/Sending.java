package dk.ordrebro.booking.drain;

import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.Lookup;
import dk.ordrebro.accounting.Outcome;
import dk.ordrebro.accounting.Problem;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.booking.Claimed;
import dk.ordrebro.booking.Obstacle;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Reason;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * The whole policy of one attempt: create or look for the document, check it, approve it. No transaction is open while it runs.
 * Approval comes after the check, always.
 */
final class Sending {

    private final AccountingSystem accounting;
    private final boolean autoApprove;
    private final Patience patience;
    private final InstantSource clock;

    Sending(AccountingSystem accounting, boolean autoApprove, Patience patience, InstantSource clock) {
        this.accounting = accounting;
        this.autoApprove = autoApprove;
        this.patience = patience;
        this.clock = clock;
    }

    Fate attempt(Claimed claimed) {
        if (isStale(claimed)) {
            return new Fate.Postponed(
                    new Problem(Problem.Code.NO_ANSWER, "its turn came too late"), Duration.ZERO, null);
        }
        InvoiceId known = claimed.booking().invoice();
        if (known != null) {
            return look(claimed, accounting.read(known));
        }
        InvoiceId credited = claimed.draft().credits();
        if (credited != null) {
            return new Crediting(accounting, claimed, credited).attempt(this);
        }
        return claimed.suspect() ? look(claimed, accounting.find(claimed.draft())) : createInstead(claimed);
    }

    /** What is made again is made only where the other document is still gone. */
    private Fate createInstead(Claimed claimed) {
        InvoiceId other = claimed.insteadOf();
        return switch (other == null ? new Lookup.Absent() : accounting.read(other)) {
            case Lookup.Found(var invoice)
            when Standing.of(invoice).isLive() ->
                new Fate.Held(
                        List.of(Obstacle.STANDS_AFTER_ALL.with(new Fact.Document(
                                invoice.id().value(), invoice.number() == null ? "" : invoice.number()))),
                        null);
            case Lookup.Failed(var problem) -> new Fate.Postponed(problem, null, null);
            default -> create(claimed);
        };
    }

    /** A drain that was thought dead must not send what another has taken over. */
    private boolean isStale(Claimed claimed) {
        return clock.instant().isAfter(claimed.claimedAt().plus(patience.sendWithin()));
    }

    Fate create(Claimed claimed) {
        return switch (accounting.create(claimed.draft())) {
            case Outcome.Accepted(var invoice) -> check(claimed, invoice, false);
            case Outcome.Refused(var problem) -> new Fate.Held(List.of(problem.reason()), null);
            case Outcome.NotSent(var problem, var after) -> new Fate.Postponed(problem, after, null);
            case Outcome.Unknown(var problem) -> new Fate.Suspected(problem);
        };
    }

    Fate look(Claimed claimed, Lookup lookup) {
        return switch (lookup) {
            case Lookup.Found(var invoice) -> check(claimed, invoice, true);
            case Lookup.Several(var invoices) -> new Fate.Held(List.of(several(invoices)), null);
            case Lookup.Failed(var problem) -> new Fate.Suspected(problem);
            case Lookup.Absent() -> absent(claimed);
        };
    }

    private Fate absent(Claimed claimed) {
        if (claimed.booking().invoice() != null) {
            return new Fate.Held(List.of(Obstacle.INVOICE_GONE.with()), null);
        }
        return absenceCounts(claimed)
                ? new Fate.Absent()
                : new Fate.Suspected(new Problem(Problem.Code.NO_ANSWER, "not there yet; it may still be on its way"));
    }

    /** Whether a search that finds nothing means that nothing was made. */
    boolean absenceCounts(Claimed claimed) {
        return clock.instant().isAfter(claimed.lastSentAt().plus(patience.absentCountsAfter()));
    }

    private Fate check(Claimed claimed, Invoice invoice, boolean found) {
        List<Reason> differences = SumGate.differences(claimed.draft(), invoice);
        if (!differences.isEmpty()) {
            return new Fate.Held(differences, invoice);
        }
        if (invoice.state() == Invoice.State.VOIDED) {
            return new Fate.Held(List.of(Obstacle.INVOICE_GONE.with()), invoice);
        }
        if (!(autoApprove || claimed.approve()) || invoice.state() == Invoice.State.APPROVED) {
            return new Fate.Settled(invoice, found);
        }
        return approve(claimed, invoice, found);
    }

    private Fate approve(Claimed claimed, Invoice draft, boolean found) {
        return switch (accounting.approve(draft.id())) {
            case Outcome.Accepted(var approved) -> {
                List<Reason> differences = SumGate.differences(claimed.draft(), withLines(approved, draft));
                yield differences.isEmpty() ? new Fate.Settled(approved, found) : new Fate.Held(differences, approved);
            }
            case Outcome.Refused(var problem) -> new Fate.Held(List.of(problem.reason()), draft);
            case Outcome.NotSent(var problem, var after) -> new Fate.Postponed(problem, after, draft);
            // approving again is harmless: reading first shows whether it was done
            case Outcome.Unknown(var problem) -> new Fate.Postponed(problem, null, draft);
        };
    }

    /** An approval need not repeat the lines; they cannot have changed since they were checked a moment ago. */
    private static Invoice withLines(Invoice approved, Invoice checked) {
        return approved.lines().isEmpty()
                ? new Invoice(
                        approved.id(),
                        approved.reference(),
                        approved.orderNumber(),
                        approved.type(),
                        approved.state(),
                        approved.number(),
                        approved.date(),
                        approved.buyer(),
                        approved.currency(),
                        approved.totals(),
                        approved.exchangeRate(),
                        checked.lines())
                : approved;
    }

    private static Reason several(List<Invoice> invoices) {
        return new Reason(
                Obstacle.SEVERAL_FOUND,
                invoices.stream()
                        .<Fact>map(invoice -> new Fact.Document(
                                invoice.id().value(), invoice.number() == null ? "" : invoice.number()))
                        .toList());
    }
}
