package dk.ordrebro.endtoend.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** How somebody gets in again where no mail server is set up. */
@Execution(ExecutionMode.CONCURRENT)
class PasswordTests {

    private static final int NOBODY = 1;
    private static final int CANNOT_START = 3;

    @TempDir
    Path folder;

    @Test
    void printsALinkForAUserBesideTheRunningProgramAndForNobodyElse() throws InterruptedException {
        Program running = Program.start(folder, "demo", "--count", "1", "--port", "0", "--billy-port", "0");
        running.awaitWords("sign in as demo@ordrebro.example");

        Program.Ended known = Program.start(folder, "password", "Demo@ordrebro.example", "--port", "8123")
                .await();
        Program.Ended unknown =
                Program.start(folder, "password", "ingen@butik.example").await();
        Program.Ended stopped = running.terminate();

        assertThat(known.exitCode()).as(known.errors()).isZero();
        assertThat(known.out()).containsPattern("http://localhost:8123/forgot/new\\?key=[\\w-]{43}\\R");
        assertThat(unknown.exitCode()).isEqualTo(NOBODY);
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.errors()).contains("nobody here has the address ingen@butik.example");
        assertThat(stopped.errors()).doesNotContain("Exception");
    }

    @Test
    void saysWhereItFoundNoOrdrebro() throws InterruptedException {
        Program.Ended ended =
                Program.start(folder, "password", "bo@butik.example").await();

        assertThat(ended.exitCode()).isEqualTo(CANNOT_START);
        assertThat(ended.errors()).contains("There is no Ordrebro in " + folder.resolve("data"));
    }
}
