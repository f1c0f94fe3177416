package dk.ordrebro.billysimulator.page;

import dk.ordrebro.billysimulator.books.Account;
import dk.ordrebro.billysimulator.books.Posting;
import dk.ordrebro.billysimulator.books.Transaction;
import dk.ordrebro.billysimulator.record.Row;
import java.util.Comparator;
import java.util.List;

/** The ledger, newest first. */
final class TransactionsPage {

    private TransactionsPage() {}

    static void show(Html html, View view) {
        var table = view.company().table(Transaction.SCHEMA);
        var page = table.page((long) (view.page() - 1) * View.ROWS, View.ROWS, true);
        if (page.isEmpty()) {
            html.element("p", view.say("transactions.none"), "class", "empty");
        }
        page.forEach(transaction -> postings(html, view, transaction, "h2"));
        Layout.paging(html, view, "transactions", table.size());
    }

    /** One transaction with debit and credit side by side. */
    static void postings(Html html, View view, Row transaction, String heading) {
        html.element(
                heading,
                transaction.get(Transaction.TRANSACTION_NO) + " · "
                        + view.language().day(transaction.get(Transaction.ENTRY_DATE)) + " · "
                        + transaction.get(Transaction.ORIGINATOR_NAME, "")
                        + (transaction.is(Transaction.IS_VOID) ? " · " + view.say("reversal") : ""));
        Grid grid = new Grid(
                view.say("account"),
                view.say("debit") + " " + view.currency() + ">",
                view.say("credit") + " " + view.currency() + ">");
        List<Row> postings = view.company().having(Posting.SCHEMA, Posting.TRANSACTION_ID, transaction.id());
        postings.sort(Comparator.comparing((Row posting) -> !posting.is(Posting.SIDE, Posting.DEBIT))
                .thenComparing(posting -> account(view, posting)));
        for (Row posting : postings) {
            boolean debit = posting.is(Posting.SIDE, Posting.DEBIT);
            String amount = view.language().amount(posting.get(Posting.AMOUNT));
            grid.cell(account(view, posting))
                    .cell(debit ? amount : "")
                    .cell(debit ? "" : amount)
                    .endRow();
        }
        grid.write(html, "");
    }

    private static String account(View view, Row posting) {
        Row account = view.find(Account.SCHEMA, posting.get(Posting.ACCOUNT_ID));
        return account == null ? "?" : account.get(Account.ACCOUNT_NO) + " " + account.get(Account.NAME);
    }
}
