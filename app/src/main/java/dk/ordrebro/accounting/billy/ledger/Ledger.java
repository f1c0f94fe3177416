package dk.ordrebro.accounting.billy.ledger;

import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.billy.answer.BillyAssumption;
import dk.ordrebro.money.VatRate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A company's books in Billy as last read: the chart the house sees, and Billy's ids behind it.
 *
 * @param rates by Billy's id of the VAT rate
 * @param pages where the company's own pages begin; empty when Billy does not say
 */
public record Ledger(ChartOfAccounts chart, Map<String, VatRate> rates, String pages) {

    public Ledger {
        rates = Map.copyOf(rates);
    }

    /** Billy's id of the company. */
    public String organization() {
        return chart.company().programId();
    }

    /** Empty for an id that Billy's list does not have; no id means no VAT ({@link BillyAssumption#RULE_ORDER}). */
    public Optional<VatRate> rate(@Nullable String taxRateId) {
        return taxRateId == null ? Optional.of(VatRate.ZERO) : Optional.ofNullable(rates.get(taxRateId));
    }

    /** The account that can be booked on; an archived one cannot. */
    public Optional<Account> usable(AccountNumber number) {
        return chart.accounts().stream()
                .filter(account -> account.number().equals(number) && !account.archived())
                .findFirst();
    }
}
