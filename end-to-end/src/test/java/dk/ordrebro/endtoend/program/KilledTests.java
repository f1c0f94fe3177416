package dk.ordrebro.endtoend.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is left of a run when its process, the database and Billy die in the middle of it. Most of the time it waits until absence is certain. */
@Execution(ExecutionMode.CONCURRENT)
class KilledTests {

    private static final String ORDERS = "900";

    @TempDir
    Path folder;

    @Test
    void makesOneInvoiceEachWhenItIsKilledWhileBookingAndStartedAgain() throws InterruptedException {
        try (DemoBilly billy = new DemoBilly(folder.resolve("data"))) {
            for (int time = 1; time <= 2; time++) {
                Program killed = demo();
                killed.await("200 approvals", () -> billy.approvals() >= 200);
                killed.kill();
            }
        }

        Program.Ended last = demo().await();

        assertThat(last.exitCode()).as(last.errors()).isZero();
        JsonNode summary = JsonMapper.shared().readTree(last.out());
        assertThat(summary.path("orders").asInt()).isEqualTo(900);
        assertThat(summary.path("open").asInt()).isZero();
        assertThat(summary.path("missing").asInt()).isZero();
        assertThat(summary.path("extra").asInt()).isZero();
        assertThat(summary.path("difference").asString()).isEqualTo("0.00");
        assertThat(summary.path("foundInBilly").asInt())
                .isEqualTo(summary.path("invoices").asInt()
                        + summary.path("creditNotes").asInt());
        assertThat(summary.path("documentsMade").asInt())
                .as("the first two runs made the rest")
                .isLessThan(summary.path("foundInBilly").asInt());
    }

    private Program demo() {
        return Program.start(folder, "demo", "--count", ORDERS, "--exit", "--json", "--port", "0", "--billy-port", "0");
    }
}
