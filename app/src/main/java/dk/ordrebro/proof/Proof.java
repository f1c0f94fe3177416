package dk.ordrebro.proof;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.integration.AccountingIntegrationId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The standing proof (afstemning): handled orders, bookings and the accounting program's own invoices, compared day by day. */
public interface Proof {

    /**
     * Compares now and keeps the result.
     *
     * @throws AccountingUnavailable when the accounting program cannot be asked; the last result is kept
     */
    ProofReport compare(CompanyId company, AccountingIntegrationId accounting, LocalDate from, LocalDate through);

    /** The days from the earliest booking to the latest; empty when there is none. */
    Optional<Span> span(CompanyId company, AccountingIntegrationId accounting);

    /** The latest result of each day that was compared, newest day first. */
    List<ProofDay> days(CompanyId company, AccountingIntegrationId accounting, LocalDate from, LocalDate through);

    /** What the latest comparisons of these days found wrong. */
    List<Finding> findings(CompanyId company, AccountingIntegrationId accounting, LocalDate from, LocalDate through);

    /** The last nightly proof; empty before the first. */
    Optional<Night> night(CompanyId company, AccountingIntegrationId accounting);

    /** The last nightly proof of each company, the worst where a company has several; those without any are left out. */
    Map<CompanyId, Night> nights(Collection<CompanyId> companies);

    /** Whether anything is wrong with any day that was compared. */
    boolean hasFindings(CompanyId company, AccountingIntegrationId accounting);

    /** Some days, both included. */
    record Span(LocalDate from, LocalDate through) {}
}
