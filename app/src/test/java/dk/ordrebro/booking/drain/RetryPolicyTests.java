package dk.ordrebro.booking.drain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTests {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofHours(1);
    private static final RetryPolicy TWICE = new RetryPolicy(List.of(SOON, LATER));

    @Test
    void waitsLongerBeforeEachFurtherAttemptAndThenLeavesItToAPerson() {
        assertThat(TWICE.after(1)).contains(SOON);
        assertThat(TWICE.after(2)).contains(LATER);
        assertThat(TWICE.after(3)).isEmpty();
    }

    @Test
    void triesSoonWhatWasNeverTried() {
        assertThat(TWICE.after(0)).contains(SOON);
    }

    @Test
    void usuallyNeverWaitsShorterThanBeforeAndGivesUpWithinFourDays() {
        List<Duration> pauses = RetryPolicy.USUAL.pauses();

        assertThat(IntStream.range(1, pauses.size()))
                .allMatch(i -> pauses.get(i).compareTo(pauses.get(i - 1)) >= 0);
        assertThat(pauses.getFirst()).isLessThanOrEqualTo(Duration.ofSeconds(10));
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofDays(2), Duration.ofDays(4));
        assertThat(RetryPolicy.USUAL.after(pauses.size() + 1)).isEmpty();
    }
}
