package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.store.Change;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ledger transaction in the making: amounts in the company's own currency, debit above zero, credit below. It is written
 * only if it balances.
 */
final class Voucher {

    private final Change change;
    private final Map<String, BigDecimal> byAccount = new LinkedHashMap<>();

    Voucher(Change change) {
        this.change = change;
    }

    void debit(String accountId, BigDecimal amount) {
        byAccount.merge(accountId, amount, BigDecimal::add);
    }

    void credit(String accountId, BigDecimal amount) {
        debit(accountId, amount.negate());
    }

    /** What is missing on the credit side for the voucher to balance. */
    BigDecimal surplus() {
        return byAccount.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The account with a system role, without which Billy cannot post. */
    static String accountWithRole(Change change, String role) {
        Row account = change.anyHaving(Account.SCHEMA, Account.SYSTEM_ROLE, role);
        if (account == null) {
            throw Refusal.rule(
                    "The chart of accounts has no account with the role " + role + ".",
                    "Kontoplanen har ingen konto med rollen " + role + ".");
        }
        return account.id();
    }

    /** Writes the transaction, unless there is nothing to post. */
    @Behaviour(value = "A posting's amount is above zero and has a side", known = Known.DOCUMENTED, where = "6.11")
    @Behaviour(value = "Postings are in the company's own currency", known = Known.GUESSED, where = "6.11")
    void write(LocalDate entryDate, String originatorReference, String originatorName, @Nullable String voucherNo) {
        if (surplus().signum() != 0) {
            throw new IllegalStateException("bug: voucher of " + originatorReference + " is off by " + surplus());
        }
        byAccount.values().removeIf(amount -> amount.signum() == 0);
        if (byAccount.isEmpty()) {
            return;
        }
        post(transaction(entryDate, originatorReference, originatorName, voucherNo));
    }

    /** Writes the opposite of a transaction that is voided. */
    void writeVoid(Row voided) {
        Row transaction = transaction(
                voided.need(Transaction.ENTRY_DATE),
                voided.need(Transaction.ORIGINATOR_REFERENCE),
                voided.need(Transaction.ORIGINATOR_NAME),
                voided.get(Transaction.VOUCHER_NO));
        post(transaction
                .change()
                .set(Transaction.IS_VOID, true)
                .set(Transaction.IS_VOIDED, true)
                .build());
    }

    private void post(Row transaction) {
        change.put(transaction);
        int priority = 1;
        for (Map.Entry<String, BigDecimal> entry : byAccount.entrySet()) {
            change.put(posting(transaction, entry.getKey(), entry.getValue(), priority++));
        }
    }

    private Row transaction(
            LocalDate entryDate, String originatorReference, String originatorName, @Nullable String voucherNo) {
        Row organization = change.organization();
        int number = organization.get(Organization.NEXT_TRANSACTION_NO, 1);
        change.put(organization
                .change()
                .set(Organization.NEXT_TRANSACTION_NO, number + 1)
                .build());
        return RowBuilder.of(Transaction.SCHEMA, change.newId())
                .set(Transaction.ORGANIZATION_ID, organization.id())
                .set(Transaction.TRANSACTION_NO, number)
                .set(Transaction.VOUCHER_NO, voucherNo)
                .set(Transaction.CREATED_TIME, change.now())
                .set(Transaction.ENTRY_DATE, entryDate)
                .set(Transaction.ORIGINATOR_REFERENCE, originatorReference)
                .set(Transaction.ORIGINATOR_NAME, originatorName)
                .set(Transaction.IS_VOIDED, false)
                .set(Transaction.IS_VOID, false)
                .build();
    }

    private Row posting(Row transaction, String accountId, BigDecimal amount, int priority) {
        Row organization = change.organization();
        return RowBuilder.of(Posting.SCHEMA, change.newId())
                .set(Posting.ORGANIZATION_ID, organization.id())
                .set(Posting.TRANSACTION_ID, transaction.id())
                .set(Posting.ENTRY_DATE, transaction.get(Transaction.ENTRY_DATE))
                .set(Posting.TEXT, transaction.get(Transaction.ORIGINATOR_NAME))
                .set(Posting.ACCOUNT_ID, accountId)
                .set(Posting.AMOUNT, amount.abs())
                .set(Posting.SIDE, amount.signum() > 0 ? Posting.DEBIT : Posting.CREDIT)
                .set(Posting.CURRENCY_ID, organization.get(Organization.BASE_CURRENCY_ID))
                .set(Posting.IS_VOIDED, transaction.is(Transaction.IS_VOIDED))
                .set(Posting.IS_BANK_MATCHED, false)
                .set(Posting.PRIORITY, priority)
                .build();
    }
}
