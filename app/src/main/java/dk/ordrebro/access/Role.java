package dk.ordrebro.access;

/** What somebody may do in a company. Everybody with a role may look at everything but secrets. */
public enum Role {
    OWNER,
    BOOKKEEPER,
    WAREHOUSE,
    READ_ONLY;

    public boolean may(Permission permission) {
        return switch (this) {
            case OWNER -> true;
            case BOOKKEEPER -> permission != Permission.SETTINGS;
            case WAREHOUSE -> permission == Permission.HANDLING;
            case READ_ONLY -> false;
        };
    }
}
