package dk.ordrebro.accounting;

import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the accounting program says about the company a key belongs to.
 *
 * @param numbersInvoicesItself false when the company numbers its invoices by hand, and then we cannot approve
 * @param lockedThrough the last day of the closed period; null when none is closed
 * @param closed whether the company is locked or terminated in the program
 */
public record CompanyFacts(
        String programId,
        String name,
        CurrencyUnit baseCurrency,
        boolean numbersInvoicesItself,
        boolean registeredForVat,
        @Nullable LocalDate lockedThrough,
        boolean closed) {}
