package dk.ordrebro.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Stories from seeds: whatever the shop, Billy and people do in whatever order, the books are right or a person is told. The command
 * {@code ./ordrebro simulate} runs this with seeds of its own.
 */
class SimulationTests {

    /**
     * They told of a draft credited beside one made again (632), money spread over deliveries that had come back (242, 387), a credit note left
     * alone beside a void invoice (350), and the newest prices beside a credit note that stands (394).
     */
    private static final List<Long> ONCE_WRONG = List.of(242L, 350L, 387L, 394L, 632L);

    @Test
    void keepsTheBooksRightInEveryStory() throws IOException {
        Simulate.Result result = Simulate.run(
                new Simulate.Order(
                        System.getProperty("ordrebro.simulate.from") == null ? ONCE_WRONG : List.of(),
                        Long.getLong("ordrebro.simulate.from", 1),
                        Integer.getInteger("ordrebro.simulate.seeds", 500),
                        Duration.ofSeconds(Integer.getInteger("ordrebro.simulate.seconds", 120))),
                Integer.getInteger("ordrebro.simulate.enough", 3));
        String report = Stream.concat(
                        result.failed().stream().map(Simulation.Played::account), Stream.of(result.summary()))
                .collect(Collectors.joining("\n\n"));
        System.out.println(report);
        String file = System.getProperty("ordrebro.simulate.report");
        if (file != null) {
            Files.writeString(Path.of(file), report + "\n");
        }
        assertThat(result.failed()).as(report).isEmpty();
        assertThat(result.seeds()).isGreaterThan(0);
    }
}
