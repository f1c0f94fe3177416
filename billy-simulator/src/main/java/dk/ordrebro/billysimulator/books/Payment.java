package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.store.Change;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;

/** Settles invoices with a payment and posts it. */
final class Payment {

    private final Change change;
    private final Row payment;
    private final Voucher voucher;
    private final boolean moneyIn;
    private final String reference;

    Payment(Change change, Row payment) {
        this.change = change;
        this.payment = payment;
        this.voucher = new Voucher(change);
        this.moneyIn = payment.is(BankPayment.CASH_SIDE, Posting.DEBIT);
        this.reference = "bankPayment:" + payment.id();
    }

    @Behaviour(
            value =
                    "A payment and its fee settle their subjects in the order given, each up to what is open; partial amounts reduce the balance",
            known = Known.REPORTED,
            where = "9")
    @Behaviour(
            value = "What is left over goes to the contact's balance, and is posted as a prepayment",
            known = Known.DOCUMENTED,
            where = "6.8")
    void settle(List<Row> subjects) {
        BigDecimal fee = payment.get(BankPayment.FEE_AMOUNT, BigDecimal.ZERO);
        BigDecimal cash = payment.need(BankPayment.CASH_AMOUNT);
        BigDecimal rate = payment.need(BankPayment.CASH_EXCHANGE_RATE);
        BigDecimal rest = LineAmount.rounded(cash.add(fee).divide(rate, MathContext.DECIMAL128));
        BigDecimal basePerCash = basePerCash(subjects);
        post(payment.need(BankPayment.CASH_ACCOUNT_ID), LineAmount.rounded(cash.multiply(basePerCash)));
        if (fee.signum() > 0) {
            post(payment.need(BankPayment.FEE_ACCOUNT_ID), LineAmount.rounded(fee.multiply(basePerCash)));
        }
        for (Row subject : subjects) {
            BigDecimal part = subject.need(Invoice.BALANCE).min(rest).max(BigDecimal.ZERO);
            rest = rest.subtract(part);
            Balances.reduce(change, reference, payment.need(BankPayment.ENTRY_DATE), subject, part);
            postSettled(Account.RECEIVABLE, part.multiply(subject.need(Invoice.EXCHANGE_RATE)));
        }
        if (rest.signum() > 0) {
            keepForContact(rest);
            postSettled(Account.PREPAYMENT_LIABILITY, rest.multiply(rate).multiply(basePerCash));
        }
        finish();
    }

    /** Base currency for one unit of the cash account's currency. */
    private BigDecimal basePerCash(List<Row> subjects) {
        Row account = Objects.requireNonNull(change.find(Account.SCHEMA, payment.get(BankPayment.CASH_ACCOUNT_ID)));
        String base = change.organization().need(Organization.BASE_CURRENCY_ID);
        String cash = account.get(Account.CURRENCY_ID, base);
        if (cash.equals(base)) {
            return BigDecimal.ONE;
        }
        BigDecimal subjectRate =
                subjects.isEmpty() ? BigDecimal.ONE : subjects.getFirst().need(Invoice.EXCHANGE_RATE);
        return subjectRate.divide(payment.need(BankPayment.CASH_EXCHANGE_RATE), MathContext.DECIMAL128);
    }

    private void post(String account, BigDecimal amount) {
        voucher.debit(account, moneyIn ? amount : amount.negate());
    }

    private void postSettled(String role, BigDecimal amount) {
        post(Voucher.accountWithRole(change, role), LineAmount.rounded(amount).negate());
    }

    private void keepForContact(BigDecimal amount) {
        change.put(RowBuilder.of(ContactBalancePosting.SCHEMA, change.newId())
                .set(ContactBalancePosting.CONTACT_ID, payment.get(BankPayment.CONTACT_ID))
                .set(ContactBalancePosting.MODIFIER_REFERENCE, reference)
                .set(ContactBalancePosting.AMOUNT, amount)
                .set(ContactBalancePosting.CURRENCY_ID, payment.get(BankPayment.SUBJECT_CURRENCY_ID))
                .set(ContactBalancePosting.ENTRY_DATE, payment.get(BankPayment.ENTRY_DATE))
                .set(ContactBalancePosting.IS_VOIDED, false)
                .build());
    }

    @Behaviour(
            value = "A payment posts debit cash, debit fee, credit receivables; the rest is a currency difference",
            known = Known.GUESSED,
            where = "15.5")
    private void finish() {
        BigDecimal difference = voucher.surplus();
        if (difference.signum() != 0) {
            voucher.credit(Voucher.accountWithRole(change, Account.CURRENCY_DIFFERENCE), difference);
        }
        voucher.write(payment.need(BankPayment.ENTRY_DATE), reference, "Betaling", null);
    }
}
