package dk.ordrebro.endtoend.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is left of a run when its process, the database and Billy die in the middle of it. */
class KilledTests {

    private static final String ORDERS = "900";

    @TempDir
    Path folder;

    /** Booking begins while orders still come in, so both kills fall into the middle of it however fast the machine is. */
    @Test
    void makesOneInvoiceEachWhenItIsKilledWhileBookingAndStartedAgain() throws InterruptedException {
        Program first = demo("--json");
        first.awaitWords("Taking in orders: 450");
        first.kill();
        Program second = demo("--json");
        second.awaitWords("Taking in orders: 900");
        second.kill();

        Program.Ended last = demo("--json").await();

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

    private Program demo(String output) {
        return Program.start(folder, "demo", "--count", ORDERS, "--exit", output, "--port", "0", "--billy-port", "0");
    }
}
