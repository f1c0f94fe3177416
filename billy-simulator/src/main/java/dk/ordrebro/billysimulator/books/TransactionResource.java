package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.store.Change;
import org.jspecify.annotations.Nullable;

/** Ledger transactions: the routes for writing exist, but only Billy writes. */
final class TransactionResource extends Resource {

    @Behaviour(
            value = "POST, PUT and DELETE of transactions are open up to the key check",
            known = Known.PROBED,
            where = "6.11")
    TransactionResource() {
        super(Transaction.SCHEMA, Verb.ALL);
    }

    @Override
    @Behaviour(value = "Behind the key check they are refused with 422", known = Known.GUESSED, where = "6.11")
    protected void prepare(Change change, RowBuilder row, @Nullable Row before) {
        throw onlyBilly();
    }

    @Override
    protected void forget(Change change, Row row) {
        throw onlyBilly();
    }

    private static Refusal onlyBilly() {
        return Refusal.rule("Transactions are made by Billy only.", "Posteringer laves kun af Billy.");
    }
}
