package dk.ordrebro.integration;

/** A key that must not be seen. Every way of printing it shows a mask; only {@link #reveal()} gives it out, to whoever sends it. */
public final class Secret {

    private static final String MASK = "••••••";

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return MASK;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
