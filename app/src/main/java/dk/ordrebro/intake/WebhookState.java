package dk.ordrebro.intake;

/** How our webhooks stand in a shop. */
public enum WebhookState {
    /** The shop will tell us. */
    ACTIVE,
    /** They are not there. */
    MISSING,
    /** The shop switched them off, as some do after failures. */
    OFF,
    /** This shop is not asked to: it has none, or they are set up there by hand. */
    BY_HAND
}
