package dk.ordrebro.integration;

/** What makes an invoice of a shop's order: the moment the order counts as handled. */
public enum Trigger {
    /** A person, a program or the shop says that goods were delivered. The usual way. */
    HANDLED,
    /** The shop tells that the whole total is paid: then the order is handled by itself, whole. */
    PAID,
    /** The order comes in: then it is handled by itself, whole. */
    RECEIVED
}
