package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.store.Change;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Payments: made once, voided at most. */
final class BankPaymentResource extends Resource {

    private static final String INVOICE_PREFIX = "invoice:";

    @Behaviour(
            value = "DELETE of a bankPayment answers 405, although the documentation lists it",
            known = Known.PROBED,
            where = "6.8")
    BankPaymentResource() {
        super(BankPayment.SCHEMA, EnumSet.of(Verb.GET, Verb.LIST, Verb.CREATE, Verb.UPDATE));
    }

    @Override
    protected void prepare(Change change, RowBuilder row, @Nullable Row before) {
        if (before != null) {
            refuseUnvoiding(row, before);
            return;
        }
        Problems problems = new Problems(BankPayment.SCHEMA.singular());
        refuseAmounts(row, problems);
        Row account = change.find(Account.SCHEMA, row.get(BankPayment.CASH_ACCOUNT_ID));
        if (account != null && !account.is(Account.IS_PAYMENT_ENABLED)) {
            problems.add(BankPayment.CASH_ACCOUNT_ID, "is not enabled for payments", "er ikke en betalingskonto");
        }
        List<Row> subjects = subjects(change, row, problems);
        fillFromSubjects(change, row, subjects, account, problems);
        problems.refuseIfAny();
        if (row.has(BankPayment.ENTRY_DATE)) {
            LockedPeriod.refuse(change, row.need(BankPayment.ENTRY_DATE));
        }
    }

    @Behaviour(
            value = "Voiding a payment is the only change, and cannot be undone: 422",
            known = Known.DOCUMENTED,
            where = "6.8")
    private static void refuseUnvoiding(RowBuilder row, Row before) {
        if (before.is(BankPayment.IS_VOIDED) && !Boolean.TRUE.equals(row.get(BankPayment.IS_VOIDED))) {
            throw Refusal.rule("A voided payment stays voided.", "En annulleret betaling forbliver annulleret.");
        }
    }

    private static void refuseAmounts(RowBuilder row, Problems problems) {
        BigDecimal cash = row.get(BankPayment.CASH_AMOUNT);
        if (cash != null && cash.signum() <= 0) {
            problems.add(BankPayment.CASH_AMOUNT, "must be above zero", "skal være over nul");
        }
        BigDecimal fee = row.get(BankPayment.FEE_AMOUNT);
        if (fee != null && fee.signum() < 0) {
            problems.add(BankPayment.FEE_AMOUNT, "must not be below zero", "må ikke være under nul");
        }
    }

    @Behaviour(
            value = "associations name their subjects as invoice:{id}, all in one currency",
            known = Known.DOCUMENTED,
            where = "6.8")
    @Behaviour(
            value = "Bills are not simulated: a subject that is no invoice is INVALID_RECORD",
            known = Known.GUESSED,
            where = "6.8")
    private static List<Row> subjects(Change change, RowBuilder row, Problems problems) {
        List<Row> subjects = new ArrayList<>();
        JsonNode associations = row.get(BankPayment.ASSOCIATIONS);
        if (associations == null) {
            return subjects;
        }
        for (JsonNode association : associations) {
            String reference = association.path("subjectReference").asString("");
            Row invoice = reference.startsWith(INVOICE_PREFIX)
                    ? change.find(Invoice.SCHEMA, reference.substring(INVOICE_PREFIX.length()))
                    : null;
            if (invoice == null) {
                problems.add(
                        BankPayment.ASSOCIATIONS,
                        "name a subject that does not exist",
                        "peger på noget, der ikke findes");
            } else {
                refuseSubject(row, invoice);
                subjects.add(invoice);
            }
        }
        return subjects;
    }

    @Behaviour(value = "Only approved subjects can be paid: 422", known = Known.GUESSED, where = "9")
    @Behaviour(
            value = "Money in pays invoices, money out pays credit notes: 422 otherwise",
            known = Known.GUESSED,
            where = "9")
    private static void refuseSubject(RowBuilder row, Row invoice) {
        if (!invoice.is(Invoice.STATE, Invoice.APPROVED)) {
            throw Refusal.rule("Only an approved invoice can be paid.", "Kun en godkendt faktura kan betales.");
        }
        boolean moneyIn = Posting.DEBIT.equals(row.get(BankPayment.CASH_SIDE));
        if (moneyIn == invoice.is(Invoice.TYPE, Invoice.CREDIT_NOTE)) {
            throw Refusal.rule(
                    "cashSide is debit for invoices and credit for credit notes.",
                    "cashSide er debit for fakturaer og credit for kreditnotaer.");
        }
    }

    @Behaviour(
            value = "contactId and subjectCurrencyId come from the associations when left out",
            known = Known.DOCUMENTED,
            where = "6.8")
    @Behaviour(
            value = "cashExchangeRate is required when the currencies differ, and 1 when they do not",
            known = Known.DOCUMENTED,
            where = "6.8")
    @Behaviour(
            value = "A fee without an account goes to the organization's bank-fee account",
            known = Known.GUESSED,
            where = "9")
    private static void fillFromSubjects(
            Change change, RowBuilder row, List<Row> subjects, @Nullable Row account, Problems problems) {
        Row organization = change.organization();
        if (!subjects.isEmpty()) {
            Row first = subjects.getFirst();
            row.fill(BankPayment.CONTACT_ID, first.get(Invoice.CONTACT_ID));
            row.fill(BankPayment.SUBJECT_CURRENCY_ID, first.get(Invoice.CURRENCY_ID));
            String currency = row.need(BankPayment.SUBJECT_CURRENCY_ID);
            if (subjects.stream().anyMatch(subject -> !subject.is(Invoice.CURRENCY_ID, currency))) {
                problems.add(BankPayment.ASSOCIATIONS, "must be in one currency", "skal være i én valuta");
            }
        } else if (!row.has(BankPayment.CONTACT_ID)) {
            problems.add(BankPayment.CONTACT_ID, "is required without associations", "skal udfyldes uden associations");
        }
        row.fill(BankPayment.SUBJECT_CURRENCY_ID, organization.get(Organization.BASE_CURRENCY_ID));
        row.set(BankPayment.CREATED_TIME, change.now());
        if (row.has(BankPayment.FEE_AMOUNT)) {
            row.fill(BankPayment.FEE_ACCOUNT_ID, organization.get(Organization.DEFAULT_BANK_FEE_ACCOUNT_ID));
        }
        if (account != null) {
            fillRate(row, account, problems);
        }
    }

    private static void fillRate(RowBuilder row, Row account, Problems problems) {
        boolean same = account.is(Account.CURRENCY_ID, row.need(BankPayment.SUBJECT_CURRENCY_ID));
        if (same) {
            row.set(BankPayment.CASH_EXCHANGE_RATE, BigDecimal.ONE);
            return;
        }
        BigDecimal rate = row.get(BankPayment.CASH_EXCHANGE_RATE);
        if (rate == null || rate.signum() <= 0) {
            problems.add(BankPayment.CASH_EXCHANGE_RATE, "is required", "skal udfyldes");
        }
        if (row.has(BankPayment.FEE_AMOUNT) && !row.has(BankPayment.FEE_ACCOUNT_ID)) {
            problems.add(BankPayment.FEE_ACCOUNT_ID, "is required", "skal udfyldes");
        }
    }

    @Override
    @Behaviour(value = "Voiding a payment restores the balances", known = Known.REPORTED, where = "9")
    protected void settle(Change change, Row row, @Nullable Row before) {
        if (before == null) {
            new Payment(change, row).settle(subjects(change, row.change(), new Problems("")));
        } else if (row.is(BankPayment.IS_VOIDED) && !before.is(BankPayment.IS_VOIDED)) {
            LockedPeriod.refuse(change, row.need(BankPayment.ENTRY_DATE));
            Voiding.undo(change, "bankPayment:" + row.id());
        }
    }
}
