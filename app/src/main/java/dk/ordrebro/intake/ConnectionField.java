package dk.ordrebro.intake;

/**
 * One field of the form a shop is connected with. Its label is the text {@code connection.<PLATFORM>.<key>}, what is said below it
 * {@code connection.<PLATFORM>.<key>.hint}.
 *
 * @param key lower-case, stable: it is what is stored
 * @param initial what the field holds before anything was typed
 */
public record ConnectionField(String key, Kind kind, boolean required, String initial) {

    /** How it is typed and kept. */
    public enum Kind {
        /** An address on the public internet; checked before anything is sent to it. */
        URL,
        TEXT,
        /** Sealed, and never shown again. */
        SECRET
    }

    public static ConnectionField url(String key) {
        return new ConnectionField(key, Kind.URL, true, "");
    }

    public static ConnectionField text(String key) {
        return new ConnectionField(key, Kind.TEXT, true, "");
    }

    public static ConnectionField secret(String key) {
        return new ConnectionField(key, Kind.SECRET, true, "");
    }

    public ConnectionField orNothing() {
        return new ConnectionField(key, kind, false, initial);
    }

    public ConnectionField startingWith(String text) {
        return new ConnectionField(key, kind, required, text);
    }
}
