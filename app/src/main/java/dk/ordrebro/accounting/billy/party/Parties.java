package dk.ordrebro.accounting.billy.party;

import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.DraftLine;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.LineAccount;
import dk.ordrebro.accounting.Outcome;
import dk.ordrebro.accounting.billy.ledger.Ledger;
import java.util.HashMap;
import java.util.Map;

/** Finds or makes what a document refers to: its contact and the product of each line. */
public final class Parties {

    private final Contacts contacts;
    private final Products products;

    public Parties(Contacts contacts, Products products) {
        this.contacts = contacts;
        this.products = products;
    }

    /** What the search led to. */
    public sealed interface Search {

        /**
         * All of them are there.
         *
         * @param products Billy's ids by the line's account
         */
        record Complete(String contact, Map<LineAccount, String> products) implements Search {

            public Complete {
                products = Map.copyOf(products);
            }
        }

        record Incomplete(Outcome outcome) implements Search {}
    }

    /**
     * Looks for who the draft is made out to.
     *
     * @throws AccountingUnavailable when Billy has to be asked and gives no usable answer
     */
    public Search of(InvoiceDraft draft, Ledger ledger) {
        var ids = new HashMap<LineAccount, String>();
        for (DraftLine line : draft.lines()) {
            if (!ids.containsKey(line.account())) {
                switch (products.idFor(line.account(), ledger)) {
                    case Resolution.Known(String id) -> ids.put(line.account(), id);
                    case Resolution.Failed(Outcome outcome) -> {
                        return new Search.Incomplete(outcome);
                    }
                }
            }
        }
        return switch (contacts.idFor(draft.buyer(), ledger)) {
            case Resolution.Known(String id) -> new Search.Complete(id, ids);
            case Resolution.Failed(Outcome outcome) -> new Search.Incomplete(outcome);
        };
    }

    /**
     * Asks Billy for each of them and forgets those that are no longer what they were.
     *
     * @return whether there were any, so that another search makes a difference
     * @throws AccountingUnavailable when Billy gives no usable answer
     */
    public boolean forgetSpoilt(InvoiceDraft draft, Search.Complete used, Ledger ledger) {
        boolean any = contacts.isSpoilt(draft.buyer(), used.contact(), ledger);
        for (Map.Entry<LineAccount, String> product : used.products().entrySet()) {
            any |= products.isSpoilt(product.getKey(), product.getValue(), ledger);
        }
        return any;
    }
}
