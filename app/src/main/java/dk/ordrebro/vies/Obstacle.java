package dk.ordrebro.vies;

/** Why the register told neither yes nor no. Pages have a sentence for each. */
public enum Obstacle {
    /** Looking up is switched off in this installation. */
    SWITCHED_OFF,
    /** The register did not answer, or not in time. */
    UNREACHABLE,
    /** The member state whose number it is does not answer the register just now. */
    COUNTRY_AWAY,
    /** Too many ask at once. */
    BUSY,
    /** The register does not want to answer us. */
    BLOCKED,
    /** An answer came that we do not understand. */
    ODD_ANSWER
}
