package dk.ordrebro.command.demo;

import dk.ordrebro.integration.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The access key of the company that people practise with in the simulated Billy. It opens nothing but that, so it may lie in a file beside it: a second
 * start finds the same company again.
 */
public final class PracticeKey {

    private static final String COMPANY = "Min øvebutik ApS";

    private PracticeKey() {}

    /**
     * The key of the company, which is made where there is none yet.
     *
     * @throws DemoFailed when the simulator does not answer, or the folder cannot be written
     */
    public static Secret in(Path data, BillyProcess billy) {
        Path file = data.resolve("billy").resolve("practice-key");
        try {
            if (Files.isReadable(file)) {
                return new Secret(Files.readString(file).strip());
            }
            Secret key = new BillyAdmin(billy.uri()).createCompany(COMPANY);
            Files.writeString(file, key.reveal() + "\n");
            return key;
        } catch (IOException e) {
            throw new DemoFailed(
                    "The access key to practise with cannot be kept in " + file + ": " + e.getMessage(), e);
        }
    }
}
