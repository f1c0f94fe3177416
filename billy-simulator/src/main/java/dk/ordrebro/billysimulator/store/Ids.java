package dk.ordrebro.billysimulator.store;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Makes ids and access keys from one source of chance, so that a seeded run repeats itself. */
public final class Ids {

    private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();
    private static final int ID_BYTES = 16;
    private static final int TOKEN_BYTES = 20;

    private final RandomGenerator random;

    public Ids(RandomGenerator random) {
        this.random = random;
    }

    @Behaviour(value = "Ids are 22 characters, URL-safe base64 of 16 bytes", known = Known.RECORDED, where = "2.5")
    public String next() {
        return URL_SAFE.encodeToString(bytes(ID_BYTES));
    }

    /** An access key: 40 hexadecimal digits. */
    @Behaviour(value = "Access tokens are 40 hexadecimal digits", known = Known.GUESSED, where = "1")
    public String token() {
        return java.util.HexFormat.of().formatHex(bytes(TOKEN_BYTES));
    }

    private synchronized byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
