package dk.ordrebro.accounting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The accounts and VAT rulesets of a company in the accounting program, as last read.
 *
 * @param readAt when it was read; a chart may be minutes old
 */
public record ChartOfAccounts(CompanyFacts company, List<Account> accounts, List<VatRuleset> rulesets, Instant readAt) {

    public ChartOfAccounts {
        accounts = List.copyOf(accounts);
        rulesets = List.copyOf(rulesets);
    }

    public Optional<Account> account(AccountNumber number) {
        return accounts.stream().filter(a -> a.number().equals(number)).findFirst();
    }

    public Optional<VatRuleset> ruleset(RulesetId id) {
        return rulesets.stream().filter(r -> r.id().equals(id)).findFirst();
    }
}
