package dk.ordrebro.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RhythmTests {

    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

    private static List<Instant> every(Duration pause, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> NOON.minus(pause.multipliedBy(i)))
                .toList();
    }

    @Test
    void allowsTwiceTheLongestPause() {
        assertThat(Rhythm.of(every(Duration.ofHours(30), 10)).orElseThrow().longest(Duration.ofHours(24)))
                .isEqualTo(Duration.ofHours(60));
    }

    @Test
    void allowsAtLeastWhatWasChosen() {
        assertThat(Rhythm.of(every(Duration.ofHours(8), 20)).orElseThrow().longest(Duration.ofHours(24)))
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void seesNoneInFewOrders() {
        assertThat(Rhythm.of(every(Duration.ofHours(30), 9))).isEmpty();
        assertThat(Rhythm.of(List.of())).isEmpty();
    }

    @Test
    void seesNoneInOneImportOfManyOrders() {
        assertThat(Rhythm.of(every(Duration.ofSeconds(1), 50))).isEmpty();
    }
}
