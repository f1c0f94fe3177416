package dk.ordrebro.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTests {

    private final SecureRandom random = new SecureRandom();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("new/ordrebro.key");
    }

    @Test
    void isForItsOwnerOnlyFromTheStart() throws IOException {
        KeyFile.make(file, random);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void keepsTheKeyThatIsThere() {
        KeyFile.make(file, random);
        var key = KeyFile.read(file);

        KeyFile.make(file, random);

        assertThat(KeyFile.read(file)).isEqualTo(key);
    }

    @Test
    void refusesAFileThatOthersCanRead() throws IOException {
        KeyFile.make(file, random);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatExceptionOfType(UnusableKey.class)
                .isThrownBy(() -> KeyFile.read(file))
                .withMessageContaining("chmod 600");
    }

    @Test
    void refusesWhatIsNoKey() throws IOException {
        KeyFile.make(file, random);
        Files.writeString(file, "c2hvcnQ=");

        assertThatExceptionOfType(UnusableKey.class).isThrownBy(() -> KeyFile.read(file));
        assertThatExceptionOfType(UnusableKey.class)
                .isThrownBy(() -> KeyFile.parse("not base64!", "ORDREBRO_KEY"))
                .withMessageStartingWith("ORDREBRO_KEY does not hold a key");
    }
}
