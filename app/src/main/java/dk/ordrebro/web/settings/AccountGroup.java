package dk.ordrebro.web.settings;

import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.ChartOfAccounts;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A heading of the chart with the accounts under it that can be chosen.
 *
 * @param name empty where the program gives none
 */
public record AccountGroup(String name, List<Account> accounts) {

    /** In the order of their numbers, as in the chart; archived accounts are left out. */
    public static List<AccountGroup> of(@Nullable ChartOfAccounts chart) {
        if (chart == null) {
            return List.of();
        }
        return chart.accounts().stream()
                .filter(account -> !account.archived())
                .sorted(Comparator.comparingInt(account -> account.number().value()))
                .collect(Collectors.groupingBy(Account::group, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> new AccountGroup(group.getKey(), group.getValue()))
                .toList();
    }
}
