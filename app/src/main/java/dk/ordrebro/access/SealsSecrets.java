package dk.ordrebro.access;

/** Closes and opens what this module must be able to read again. Done by the module that holds the key, which stands above this one. */
public interface SealsSecrets {

    /**
     * Seals a secret.
     *
     * @param belongsTo the row it is for; the same words open it again
     */
    byte[] close(String secret, String belongsTo);

    String open(byte[] sealed, String belongsTo);
}
