package dk.ordrebro.access;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTests {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T12:00:00Z"));
    private final Ids ids = new Ids(clock, new Random(1));

    @Test
    void sortInTheOrderTheyWereMadeEvenWithinOneMillisecond() {
        assertThat(Stream.generate(() -> ids.next().toString()).limit(10_000))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void sortOnAfterTheClockWasSetBack() {
        String before = ids.next().toString();
        clock.set(clock.instant().minus(Duration.ofHours(1)));
        assertThat(ids.next().toString()).isGreaterThan(before);
    }

    @Test
    void areVersionSevenAndTellTheirMillisecond() {
        UUID id = ids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
    }
}
