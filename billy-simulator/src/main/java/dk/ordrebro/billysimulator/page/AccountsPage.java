package dk.ordrebro.billysimulator.page;

import dk.ordrebro.billysimulator.books.Account;
import dk.ordrebro.billysimulator.books.Posting;
import dk.ordrebro.billysimulator.books.TaxRate;
import dk.ordrebro.billysimulator.record.Row;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The chart of accounts with its balances; debit above zero. */
final class AccountsPage {

    private AccountsPage() {}

    static void show(Html html, View view) {
        Map<String, BigDecimal> balances = balances(view);
        List<Row> accounts = view.company().all(Account.SCHEMA);
        accounts.sort(Comparator.comparingInt(account -> account.get(Account.ACCOUNT_NO, Integer.MAX_VALUE)));
        BigDecimal sum = balances.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        html.element(
                "p",
                view.say("accounts.sum") + " " + view.language().amount(sum) + " " + view.currency(),
                "class",
                "lead");
        Grid grid = new Grid(
                view.say("number"),
                view.say("name"),
                view.say("nature"),
                view.say("vat"),
                view.say("state"),
                view.say("balance") + " " + view.currency() + ">");
        for (Row account : accounts) {
            BigDecimal balance = balances.get(account.id());
            grid.cell(String.valueOf(account.get(Account.ACCOUNT_NO, 0)))
                    .cell(account.get(Account.NAME))
                    .cell(view.say("nature." + account.get(Account.NATURE_ID, "")))
                    .cell(view.via(account, Account.TAX_RATE_ID, TaxRate.SCHEMA, TaxRate.NAME))
                    .cell(account.is(Account.IS_ARCHIVED) ? view.say("archived") : "")
                    .cell(view.language().amount(balance))
                    .endRow();
        }
        grid.write(html, "");
    }

    private static Map<String, BigDecimal> balances(View view) {
        Map<String, BigDecimal> balances = new HashMap<>();
        view.company().table(Posting.SCHEMA).forEach(posting -> {
            BigDecimal amount = posting.need(Posting.AMOUNT);
            boolean debit = posting.is(Posting.SIDE, Posting.DEBIT);
            balances.merge(posting.need(Posting.ACCOUNT_ID), debit ? amount : amount.negate(), BigDecimal::add);
        });
        return balances;
    }
}
