package dk.ordrebro.access;

/** A user cannot be made like this; a person must type something else. */
public final class UserRefused extends RuntimeException {

    private final Reason reason;

    public UserRefused(Reason reason) {
        super("The user was refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong. Pages have a sentence for each. */
    public enum Reason {
        CODE_WRONG,
        LINK_WRONG,
        NOT_YOURS,
        ALREADY_MEMBER,
        SLOW_DOWN,
        PASSWORD_WRONG,
        CODE_REFUSED,
        EMAIL_INVALID,
        EMAIL_TAKEN,
        NAME_MISSING,
        PASSWORD_TOO_SHORT,
        PASSWORD_TOO_LONG,
        PASSWORD_TOO_COMMON
    }
}
