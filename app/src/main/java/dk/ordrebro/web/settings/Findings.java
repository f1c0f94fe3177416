package dk.ordrebro.web.settings;

import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.CompanyFacts;
import dk.ordrebro.enrichment.advice.Proposal;
import dk.ordrebro.enrichment.advice.TemplateAdvice;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.web.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What stands in the way in the accounting program, in sentences; none when all is well. */
final class Findings {

    private Findings() {}

    static List<Said> of(ChartOfAccounts chart, boolean autoApprove, TemplateAdvice advice) {
        CompanyFacts company = chart.company();
        var found = new ArrayList<Said>();
        if (company.closed()) {
            found.add(bad("finding.company-closed"));
        }
        if (!company.numbersInvoicesItself()) {
            found.add(bad(autoApprove ? "finding.manual-numbers.approving" : "finding.manual-numbers"));
        }
        if (!company.registeredForVat()) {
            found.add(bad("finding.no-vat"));
        }
        if (company.lockedThrough() != null) {
            found.add(bad("finding.locked", company.lockedThrough()));
        }
        found.addAll(missing(chart, advice));
        return found;
    }

    private static List<Said> missing(ChartOfAccounts chart, TemplateAdvice advice) {
        boolean income = chart.accounts().stream()
                .anyMatch(account -> account.nature() == Account.Nature.REVENUE && !account.archived());
        if (!income) {
            return List.of(bad("finding.no-income-account"));
        }
        var found = new ArrayList<Said>();
        if (chart.rulesets().isEmpty()) {
            found.add(bad("finding.no-rulesets"));
        } else {
            Arrays.stream(Area.values())
                    .filter(area ->
                            !advice.propose(TemplateKind.ITEM, area, chart).suits())
                    .forEach(area -> found.add(bad("finding.no-ruleset-for", area)));
        }
        Proposal freight = advice.propose(TemplateKind.FREIGHT, Area.DOMESTIC, chart);
        if (freight.because() != Proposal.Because.NAMED_FREIGHT) {
            found.add(Said.of(true, "finding.no-freight-account"));
        }
        return found;
    }

    private static Said bad(String key, Object... facts) {
        return Said.of(false, key, facts);
    }
}
