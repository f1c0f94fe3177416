package dk.ordrebro.proof;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.OrderIntegrationId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The standing proof (afstemning): handled orders, bookings and the accounting program's own documents, day by day. What we know is as of now,
 * kept as it changes; what the accounting program says is as of the last comparison.
 */
public interface Proof {

    /**
     * Compares now and keeps the result.
     *
     * @throws AccountingUnavailable when the accounting program cannot be asked; the last result is kept
     */
    ProofReport compare(CompanyId company, AccountingIntegrationId accounting, LocalDate from, LocalDate through);

    /** The days from the earliest booking to the latest; empty when there is none. */
    Optional<Span> span(CompanyId company, AccountingIntegrationId accounting);

    /** What is known of these days, newest day first. */
    ProofReport report(CompanyId company, AccountingIntegrationId accounting, LocalDate from, LocalDate through);

    /**
     * From the shops' own total to what was invoiced.
     *
     * @param shop one of them; empty for all that book in this accounting integration
     */
    Bridge bridge(
            CompanyId company,
            AccountingIntegrationId accounting,
            Optional<OrderIntegrationId> shop,
            LocalDate from,
            LocalDate through);

    /**
     * The orders that make a row of the {@link Bridge}, in the order they were placed.
     *
     * @param skip how many come before
     */
    List<BridgeOrder> orders(
            CompanyId company,
            AccountingIntegrationId accounting,
            Optional<OrderIntegrationId> shop,
            LocalDate from,
            LocalDate through,
            Bridge.Row row,
            int skip,
            int size);

    /** What other currencies were worth. */
    Rates rates(CompanyId company);

    /** The last nightly proof; empty before the first. */
    Optional<Night> night(CompanyId company, AccountingIntegrationId accounting);

    /** The last nightly proof of each company, the worst where a company has several; those without any are left out. */
    Map<CompanyId, Night> nights(Collection<CompanyId> companies);

    /** Whether anything is wrong with any day that was compared. */
    boolean hasFindings(CompanyId company, AccountingIntegrationId accounting);

    /** Some days, both included. */
    record Span(LocalDate from, LocalDate through) {}
}
