package dk.ordrebro.accounting.billy.ledger;

import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.CompanyFacts;
import dk.ordrebro.accounting.Problem;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.accounting.billy.answer.BillyAccount;
import dk.ordrebro.accounting.billy.answer.BillyAccountGroup;
import dk.ordrebro.accounting.billy.answer.BillyAnswer;
import dk.ordrebro.accounting.billy.answer.BillyCountryGroup;
import dk.ordrebro.accounting.billy.answer.BillyOrganization;
import dk.ordrebro.accounting.billy.answer.BillyRule;
import dk.ordrebro.accounting.billy.answer.BillyRuleset;
import dk.ordrebro.accounting.billy.answer.BillyTaxRate;
import dk.ordrebro.accounting.billy.wire.BillyPages;
import dk.ordrebro.accounting.billy.wire.BillyPages.Rows;
import dk.ordrebro.accounting.billy.wire.BillyReader;
import dk.ordrebro.accounting.billy.wire.BillyRequest;
import dk.ordrebro.money.VatRate;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a company's books: who it is, accounts, groups, VAT rates and rulesets with their rules. Six calls for a company of ordinary size. */
public final class LedgerReader {

    private static final Rows<BillyAccount> ACCOUNTS = new Rows<>("accounts", BillyAnswer::accounts);
    private static final Rows<BillyAccountGroup> GROUPS = new Rows<>("accountGroups", BillyAnswer::accountGroups);
    private static final Rows<BillyTaxRate> RATES = new Rows<>("taxRates", BillyAnswer::taxRates);
    private static final Rows<BillyCountryGroup> COUNTRIES = new Rows<>("countryGroups", BillyAnswer::countryGroups);
    private static final Rows<BillyRuleset> RULESETS = new Rows<>("salesTaxRulesets", BillyAnswer::salesTaxRulesets);
    private static final Rows<BillyRule> RULES = new Rows<>("salesTaxRules", BillyAnswer::salesTaxRules);

    private final BillyReader reader;
    private final BillyPages pages;
    private final InstantSource clock;

    public LedgerReader(BillyReader reader, BillyPages pages, InstantSource clock) {
        this.reader = reader;
        this.pages = pages;
        this.clock = clock;
    }

    public CompanyFacts company() {
        return CompanyTranslation.facts(organization());
    }

    private @Nullable BillyOrganization organization() {
        return reader.get(BillyRequest.get("organization")).organization();
    }

    /**
     * Reads all of the ledger.
     *
     * @throws AccountingUnavailable when Billy gives no usable answer
     */
    public Ledger read() {
        BillyOrganization organization = organization();
        CompanyFacts company = CompanyTranslation.facts(organization);
        List<Account> accounts = accounts();
        Map<String, VatRate> rates = rates();
        List<VatRuleset> rulesets = rulesets(new RulesetTranslation(rates, countryGroups()));
        return new Ledger(
                new ChartOfAccounts(company, accounts, rulesets, clock.instant()),
                rates,
                CompanyTranslation.pages(organization));
    }

    /** By number, a living account before an archived one of the same number. */
    private List<Account> accounts() {
        var groups = new HashMap<String, String>();
        pages.each(BillyRequest.get("accountGroups"), GROUPS, group -> {
            if (group.id() != null && group.name() != null) {
                groups.put(group.id(), group.name());
            }
        });
        return pages.all(BillyRequest.get("accounts"), ACCOUNTS).stream()
                .flatMap(account -> account(account, groups))
                .sorted(Comparator.comparingInt(
                                (Account account) -> account.number().value())
                        .thenComparing(Account::archived))
                .toList();
    }

    private static Stream<Account> account(BillyAccount account, Map<String, String> groups) {
        Optional<Account.Nature> nature = nature(account);
        if (account.id() == null || account.accountNo() == null || nature.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(new Account(
                account.id(),
                new AccountNumber(account.accountNo()),
                account.name() == null ? "" : account.name(),
                nature.get(),
                account.groupId() == null ? "" : groups.getOrDefault(account.groupId(), ""),
                Boolean.TRUE.equals(account.isArchived())));
    }

    private static Optional<Account.Nature> nature(BillyAccount account) {
        String id = account.natureId() == null ? "" : account.natureId().toUpperCase(Locale.ROOT);
        return Stream.of(Account.Nature.values())
                .filter(nature -> nature.name().equals(id))
                .findFirst();
    }

    private Map<String, VatRate> rates() {
        var rates = new HashMap<String, VatRate>();
        pages.each(BillyRequest.get("taxRates"), RATES, rate -> {
            BigDecimal fraction = rate.rate();
            if (rate.id() != null && fraction != null && isRate(fraction)) {
                rates.put(rate.id(), VatRate.ofFraction(fraction));
            }
        });
        return rates;
    }

    private static boolean isRate(BigDecimal fraction) {
        return fraction.precision() <= 20
                && Math.abs((long) fraction.scale()) <= 20
                && fraction.signum() >= 0
                && fraction.compareTo(BigDecimal.ONE) <= 0;
    }

    private Map<String, Set<String>> countryGroups() {
        var groups = new HashMap<String, Set<String>>();
        pages.each(BillyRequest.get("countryGroups"), COUNTRIES, group -> {
            if (group.id() != null) {
                groups.put(group.id(), MemberCountries.of(group.memberCountryIds()));
            }
        });
        return groups;
    }

    private List<VatRuleset> rulesets(RulesetTranslation translation) {
        return listed().stream()
                .filter(ruleset -> ruleset.id() != null)
                .map(ruleset -> translation.ruleset(ruleset, rules(ruleset)))
                .sorted(Comparator.comparing(VatRuleset::name))
                .toList();
    }

    /** Embedding is documented for every list, but nobody has shown it for this one: a company that refuses it is asked without. */
    private List<BillyRuleset> listed() {
        BillyRequest list = BillyRequest.get("salesTaxRulesets");
        try {
            return pages.all(list.with("include", "salesTaxRuleset.rules:embed"), RULESETS);
        } catch (AccountingUnavailable e) {
            if (e.problem().code() != Problem.Code.REJECTED) {
                throw e;
            }
            return pages.all(list, RULESETS);
        }
    }

    /** Those embedded; where none were, each ruleset's rules are asked for. */
    private List<BillyRule> rules(BillyRuleset ruleset) {
        return ruleset.rules() != null
                ? ruleset.rules()
                : pages.all(BillyRequest.get("salesTaxRules").with("rulesetId", String.valueOf(ruleset.id())), RULES);
    }
}
