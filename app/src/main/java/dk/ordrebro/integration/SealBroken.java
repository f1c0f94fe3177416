package dk.ordrebro.integration;

/** A stored secret cannot be opened with the key file at hand: another file was put in its place, or the row was changed. */
public final class SealBroken extends RuntimeException {

    public SealBroken(String what, Throwable cause) {
        super("The sealed " + what + " cannot be opened with this key file", cause);
    }
}
