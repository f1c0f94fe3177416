package dk.ordrebro.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTests {

    private static final Secret KEY = new Secret("billy-nøgle-1234");

    private final Seal seal = new Seal(newKey(), new SecureRandom());

    @Test
    void opensWhatItClosed() {
        assertThat(seal.open(seal.close(KEY, "row 1"), "row 1")).isEqualTo(KEY);
    }

    @Test
    void hidesTheSecretAndNeverLooksTheSame() {
        byte[] once = seal.close(KEY, "row 1");
        byte[] again = seal.close(KEY, "row 1");

        assertThat(new String(once, StandardCharsets.ISO_8859_1)).doesNotContain("billy");
        assertThat(once).isNotEqualTo(again);
    }

    @Test
    void doesNotOpenInAnotherRow() {
        byte[] sealed = seal.close(KEY, "row 1");

        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> seal.open(sealed, "row 2"));
    }

    @Test
    void doesNotOpenWithAnotherKey() {
        byte[] sealed = seal.close(KEY, "row 1");
        var other = new Seal(newKey(), new SecureRandom());

        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> other.open(sealed, "row 1"))
                .withMessageNotContaining("billy");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12, 13, 20, 40})
    void doesNotOpenWhenABitIsTurned(int position) {
        byte[] sealed = seal.close(KEY, "row 1");
        sealed[position] ^= 1;

        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> seal.open(sealed, "row 1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12, 13, 20})
    void doesNotOpenWhenCutShort(int length) {
        byte[] sealed = java.util.Arrays.copyOf(seal.close(KEY, "row 1"), length);

        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> seal.open(sealed, "row 1"));
    }

    static SecretKey newKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return KeyFile.parse(Base64.getEncoder().encodeToString(key), "The test");
    }
}
