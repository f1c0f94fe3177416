package dk.ordrebro.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The test of the simulation: each mistake that is planted is found, and within how many seeds is told. */
class PlantedMistakesTests {

    private static final int MOST_SEEDS = 500;

    private static Theatre theatre;

    @BeforeAll
    static void open() {
        theatre = new Theatre();
    }

    @AfterAll
    static void close() {
        theatre.close();
    }

    @AfterEach
    void noMore() {
        Mistake.plant(null);
    }

    @ParameterizedTest
    @EnumSource
    void findsEach(Mistake mistake) {
        Simulation simulation = new Simulation(theatre);
        Mistake.plant(mistake);
        for (long seed = 1; seed <= MOST_SEEDS; seed++) {
            Simulation.Played played = simulation.play(Story.of(seed));
            if (played.wrong() != null) {
                System.out.println("Planted " + mistake + ": found by seed " + seed + ": "
                        + played.wrong().lines().findFirst().orElse(""));
                Mistake.plant(null);
                // a story that goes wrong by itself tells nothing of the mistake
                assertThat(simulation.play(Story.of(seed)).wrong())
                        .as("the same story without the mistake")
                        .isNull();
                return;
            }
        }
        assertThat(mistake).as("not found within " + MOST_SEEDS + " seeds").isNull();
    }
}
