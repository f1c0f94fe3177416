package dk.ordrebro.accounting;

/**
 * A ledger account of the accounting program.
 *
 * @param id the program's own id
 * @param nature what the account measures
 * @param group the heading it stands under in the chart; empty where the program gives none
 */
public record Account(String id, AccountNumber number, String name, Nature nature, String group, boolean archived) {

    /** What an account measures. */
    public enum Nature {
        REVENUE,
        EXPENSE,
        ASSET,
        LIABILITY,
        EQUITY
    }
}
