package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.store.Change;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Keeps what is open on an invoice: always its gross amount plus its modifiers that are not voided. */
final class Balances {

    private Balances() {}

    static void reduce(Change change, Row modifier, Row invoice, BigDecimal amount) {
        reduce(change, "invoice:" + modifier.id(), modifier.need(Invoice.ENTRY_DATE), invoice, amount);
    }

    @Behaviour(
            value = "A balanceModifier's amount is the negative of what it settles",
            known = Known.REPORTED,
            where = "6.8")
    static void reduce(Change change, String modifierReference, LocalDate entryDate, Row invoice, BigDecimal amount) {
        change.put(RowBuilder.of(BalanceModifier.SCHEMA, change.newId())
                .set(BalanceModifier.MODIFIER_REFERENCE, modifierReference)
                .set(BalanceModifier.SUBJECT_REFERENCE, "invoice:" + invoice.id())
                .set(BalanceModifier.AMOUNT, amount.negate())
                .set(BalanceModifier.ENTRY_DATE, entryDate)
                .set(BalanceModifier.REALIZED_CURRENCY_DIFFERENCE, BigDecimal.ZERO)
                .set(BalanceModifier.IS_VOIDED, false)
                .build());
        move(change, invoice, amount.negate());
    }

    @Behaviour(
            value = "Paid is no state: isPaid is true when an approved invoice has balance 0",
            known = Known.DOCUMENTED,
            where = "7")
    static void move(Change change, Row invoice, BigDecimal by) {
        BigDecimal balance = invoice.need(Invoice.BALANCE).add(by);
        change.put(invoice.change()
                .set(Invoice.BALANCE, balance)
                .set(Invoice.IS_PAID, balance.signum() == 0)
                .build());
    }
}
