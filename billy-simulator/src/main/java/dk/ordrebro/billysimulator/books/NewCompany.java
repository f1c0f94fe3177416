package dk.ordrebro.billysimulator.books;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A company to be made. {@link #named} gives an ordinary Danish one: kroner, VAT, sequential numbers from 1, prices without
 * VAT, nothing locked, the chart of a fresh company.
 *
 * @param currency code of the base currency
 * @param invoiceNoMode {@code sequential} or {@code manual}
 * @param defaultTaxMode {@code incl} or {@code excl}
 * @param fiscalLockingDate last day of the locked period, or null
 */
public record NewCompany(
        String name,
        String currency,
        String invoiceNoMode,
        int nextInvoiceNo,
        boolean hasVat,
        String defaultTaxMode,
        @Nullable LocalDate fiscalLockingDate,
        Chart chart,
        Set<Switch> switches) {

    /** Which accounts the company starts with. */
    public enum Chart {
        /** The 89 accounts of a fresh Danish company. */
        DANISH,
        /** Only those with a system role, and 1110 and 5710. */
        SYSTEM
    }

    public NewCompany {
        switches = Set.copyOf(switches);
    }

    public static NewCompany named(String name) {
        return new NewCompany(name, "DKK", "sequential", 1, true, "excl", null, Chart.DANISH, Set.of());
    }

    public NewCompany withCurrency(String code) {
        return new NewCompany(
                name, code, invoiceNoMode, nextInvoiceNo, hasVat, defaultTaxMode, fiscalLockingDate, chart, switches);
    }

    public NewCompany withManualNumbers() {
        return withNumbers("manual", nextInvoiceNo);
    }

    public NewCompany withNumbers(String mode, int next) {
        return new NewCompany(name, currency, mode, next, hasVat, defaultTaxMode, fiscalLockingDate, chart, switches);
    }

    public NewCompany withVat(boolean vat, String taxMode) {
        return new NewCompany(
                name, currency, invoiceNoMode, nextInvoiceNo, vat, taxMode, fiscalLockingDate, chart, switches);
    }

    public NewCompany lockedUntil(@Nullable LocalDate lastLockedDay) {
        return new NewCompany(
                name, currency, invoiceNoMode, nextInvoiceNo, hasVat, defaultTaxMode, lastLockedDay, chart, switches);
    }

    public NewCompany withChart(Chart other) {
        return new NewCompany(
                name,
                currency,
                invoiceNoMode,
                nextInvoiceNo,
                hasVat,
                defaultTaxMode,
                fiscalLockingDate,
                other,
                switches);
    }

    public NewCompany withSwitches(Set<Switch> on) {
        return new NewCompany(
                name, currency, invoiceNoMode, nextInvoiceNo, hasVat, defaultTaxMode, fiscalLockingDate, chart, on);
    }
}
