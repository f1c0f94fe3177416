package dk.ordrebro.integration;

import dk.ordrebro.access.SealsSecrets;
import org.springframework.stereotype.Component;

/** Lends the seal to the floor below. */
@Component
class SealedForAccess implements SealsSecrets {

    private final Seal seal;

    SealedForAccess(Seal seal) {
        this.seal = seal;
    }

    @Override
    public byte[] close(String secret, String belongsTo) {
        return seal.close(new Secret(secret), belongsTo);
    }

    @Override
    public String open(byte[] sealed, String belongsTo) {
        return seal.open(sealed, belongsTo).reveal();
    }
}
