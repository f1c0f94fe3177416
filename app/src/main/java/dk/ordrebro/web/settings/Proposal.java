package dk.ordrebro.web.settings;

import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.enrichment.Area;
import dk.ordrebro.enrichment.TemplateKind;
import dk.ordrebro.money.VatRate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A choice for templates nobody has filled, for a person to confirm. It is never saved by itself. */
final class Proposal {

    private static final VatRate DANISH = VatRate.percent("25");
    private static final String A_COUNTRY_OUTSIDE = "NO";

    private final ChartOfAccounts chart;

    Proposal(ChartOfAccounts chart) {
        this.chart = chart;
    }

    /** The income account called after freight for freight, and the first called after sales for the rest. */
    @Nullable
    AccountNumber account(TemplateKind kind) {
        Optional<AccountNumber> freight = kind == TemplateKind.FREIGHT ? income("fragt") : Optional.empty();
        return freight.or(() -> income("salg")).orElse(null);
    }

    private Optional<AccountNumber> income(String word) {
        return chart.accounts().stream()
                .filter(account -> account.nature() == Account.Nature.REVENUE && !account.archived())
                .filter(account -> lower(account.name()).contains(word))
                .map(Account::number)
                .min(Comparator.comparingInt(AccountNumber::value));
    }

    /** A ruleset that gives what the area asks for; one for goods (varer) before others. */
    @Nullable
    RulesetId ruleset(Area area) {
        return chart.rulesets().stream()
                .filter(ruleset -> fits(ruleset, area))
                .min(Comparator.comparing(
                                (VatRuleset ruleset) -> !lower(ruleset.name()).contains("varer"))
                        .thenComparing(VatRuleset::name))
                .map(VatRuleset::id)
                .orElse(null);
    }

    private static boolean fits(VatRuleset ruleset, Area area) {
        return switch (area) {
            case DOMESTIC, EU -> ruleset.rateFor("DK", BuyerType.PERSON).equals(DANISH);
            case OUTSIDE -> ruleset.rateFor(A_COUNTRY_OUTSIDE, BuyerType.PERSON).isZero();
        };
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
