package dk.ordrebro.booking;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.AccountNumber;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Finds the documents a wrong choice went into, so that all of them can be taken back at once. */
public interface Corrections {

    /** So many are found at once. */
    int MOST = 10_000;

    /**
     * Live invoices, draft or approved, dated that day or later, with a line on this account; newest first. Those that are being taken back
     * already are not among them.
     */
    List<Used> using(CompanyId company, AccountNumber account, LocalDate since);

    /**
     * One of them.
     *
     * @param gross of the whole document, whatever stands on other accounts
     */
    record Used(Booking booking, Money gross) {

        public CurrencyUnit currency() {
            return gross.getCurrencyUnit();
        }
    }
}
