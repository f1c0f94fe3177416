package dk.ordrebro.period;

import java.util.List;

/**
 * The documents of a period that stand in the books, drafts and approved ones, invoices and credit notes, by the day that is printed on them. What
 * waits for a person, was voided or is gone is not among them.
 */
public interface PeriodSales {

    /** Largest first; months by the calendar. */
    List<Row> by(Dimension dimension, Scope scope);

    /** By treatment, country and rate: what VAT returns are made of. */
    List<VatRow> vat(Scope scope);

    /** What was sold to businesses in other EU countries without VAT, by VAT number. */
    List<BusinessRow> businesses(Scope scope);

    /** All of it: the sum, and how many documents. */
    Row total(Scope scope);
}
