package dk.ordrebro.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Stories from seeds: whatever the shop, Billy and people do in whatever order, the books are right or a person is told. */
class SimulationTests {

    @Test
    void keepsTheBooksRightInEveryStory() {
        Simulate.Result result = Simulate.run(
                new Simulate.Order(
                        Long.getLong("ordrebro.simulate.from", 1),
                        Integer.getInteger("ordrebro.simulate.seeds", 500),
                        Duration.ofSeconds(Integer.getInteger("ordrebro.simulate.seconds", 120))),
                Integer.getInteger("ordrebro.simulate.enough", 3));
        System.out.println("Simulation: " + result.summary());
        assertThat(result.failed())
                .as(result.failed().stream().map(Simulation.Played::account).collect(Collectors.joining("\n\n")))
                .isEmpty();
        assertThat(result.seeds()).isGreaterThan(0);
    }
}
