package dk.ordrebro.integration;

/** The accounting programs there is an adapter for. */
public enum AccountingPlatform {
    BILLY
}
