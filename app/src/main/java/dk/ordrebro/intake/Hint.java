package dk.ordrebro.intake;

/** What a webhook is good for. Its content is never believed: the order is fetched again. */
public sealed interface Hint {

    /** Signed by the shop: something may have happened to this order. */
    record About(String shopOrderId) implements Hint {}

    /**
     * From the shop or harmless, but about no order: a ping, a signed error, another topic. Answered 200, so that the shop goes on sending.
     *
     * @param why for the log
     */
    record Nothing(String why) implements Hint {}

    /** Not proven to be from the shop: wrong signature, or none. */
    record Unproven() implements Hint {}
}
