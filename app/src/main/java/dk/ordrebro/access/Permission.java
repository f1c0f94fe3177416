package dk.ordrebro.access;

/** Something that changes the company's things. Its name is the authority Spring Security knows it by. */
public enum Permission {
    /** Integrations, keys, users. */
    SETTINGS,
    /** Account and VAT: templates, and the rules that stand below them. */
    TEMPLATES,
    /** Release, skip and credit bookings. */
    BOOKING,
    /** Handle orders and bring them in. */
    HANDLING
}
