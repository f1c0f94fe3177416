package dk.ordrebro.accounting.billy.document;

import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.CompanyFacts;
import dk.ordrebro.accounting.DraftLine;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.Problem;
import dk.ordrebro.accounting.Problem.Code;
import dk.ordrebro.accounting.billy.ledger.CurrentLedger;
import dk.ordrebro.accounting.billy.ledger.Ledger;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What in the company's books stands in the way of a document. Billy's words are never read for meaning; the books are. So the same facts
 * tell beforehand what would be refused, and afterwards why it was.
 */
public final class Obstacles {

    private final CurrentLedger ledgers;

    public Obstacles(CurrentLedger ledgers) {
        this.ledgers = ledgers;
    }

    /**
     * What stands in the way of making a draft, seen in a fresh reading: nobody is turned away because of an old one.
     *
     * @throws AccountingUnavailable when Billy gives no usable answer
     */
    Optional<Problem> toMaking(InvoiceDraft draft) {
        return certain(ledger -> making(draft, ledger));
    }

    /**
     * What stands in the way of approving anything.
     *
     * @throws AccountingUnavailable when Billy gives no usable answer
     */
    Optional<Problem> toApproving() {
        return certain(ledger -> approving(ledger.chart().company()));
    }

    private Optional<Problem> certain(Function<Ledger, Optional<Problem>> look) {
        return look.apply(ledgers.get()).isEmpty() ? Optional.empty() : look.apply(ledgers.fresh());
    }

    /** Why a draft was refused; Billy's own words where the books do not tell. A company that numbers by hand may want a number on the draft already. */
    Problem behind(Problem refusal, InvoiceDraft draft) {
        return because(
                refusal,
                ledger -> making(draft, ledger)
                        .or(() -> manualNumbering(ledger.chart().company())));
    }

    /** Why approving a document of that day was refused; Billy's own words where the books do not tell. */
    Problem behindApproval(Problem refusal, LocalDate day) {
        return because(
                refusal,
                ledger -> approving(ledger.chart().company())
                        .or(() -> lockedPeriod(day, ledger.chart().company())));
    }

    private Problem because(Problem refusal, Function<Ledger, Optional<Problem>> look) {
        try {
            return look.apply(ledgers.fresh())
                    .map(problem -> new Problem(problem.code(), refusal.detail()))
                    .orElse(refusal);
        } catch (AccountingUnavailable e) {
            return refusal;
        }
    }

    private static Optional<Problem> making(InvoiceDraft draft, Ledger ledger) {
        CompanyFacts company = ledger.chart().company();
        return closed(company)
                .or(() -> lockedPeriod(draft.date(), company))
                .or(() -> draft.lines().stream()
                        .flatMap(line -> line(line, ledger))
                        .findFirst());
    }

    private static Optional<Problem> approving(CompanyFacts company) {
        return closed(company).or(() -> manualNumbering(company));
    }

    private static Optional<Problem> manualNumbering(CompanyFacts company) {
        return company.numbersInvoicesItself()
                ? Optional.empty()
                : Optional.of(new Problem(Code.MANUAL_NUMBERING, company.name()));
    }

    private static Optional<Problem> closed(CompanyFacts company) {
        return company.closed() ? Optional.of(new Problem(Code.COMPANY_CLOSED, company.name())) : Optional.empty();
    }

    private static Optional<Problem> lockedPeriod(LocalDate day, CompanyFacts company) {
        LocalDate locked = company.lockedThrough();
        return locked != null && !day.isAfter(locked)
                ? Optional.of(new Problem(Code.PERIOD_CLOSED, "through " + locked))
                : Optional.empty();
    }

    private static Stream<Problem> line(DraftLine line, Ledger ledger) {
        Optional<Account> account = ledger.usable(line.account().account());
        if (account.isEmpty()) {
            return Stream.of(
                    new Problem(Code.ACCOUNT_UNUSABLE, line.account().account().toString()));
        }
        return ledger.chart().ruleset(line.account().ruleset()).isPresent()
                ? Stream.empty()
                : Stream.of(new Problem(
                        Code.RULESET_MISSING, line.account().ruleset().toString()));
    }
}
