package dk.ordrebro.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class GroupWriterTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<List<Integer>> groups = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    /** Says when it has begun with its first group, and ends it only when it may. */
    private void slowly(List<Integer> group) {
        groups.add(group);
        begun.countDown();
        try {
            mayEnd.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void writesWhatCameWhileItWroteAsOneGroup() throws InterruptedException {
        try (GroupWriter<Integer> writer = new GroupWriter<>("test", this::slowly)) {
            List<CompletableFuture<Void>> written = new ArrayList<>();
            written.add(writer.write(0));
            begun.await();
            for (int i = 1; i <= 5; i++) {
                written.add(writer.write(i));
            }
            mayEnd.countDown();

            assertThat(written).allSatisfy(one -> assertThat(one).succeedsWithin(PATIENCE));
        }
        assertThat(groups).containsExactly(List.of(0), List.of(1, 2, 3, 4, 5));
    }

    @Test
    void goesOnAfterAGroupThatCannotBeWritten() {
        Consumer<List<Integer>> failing = group -> {
            if (group.contains(13)) {
                throw new IllegalStateException("13");
            }
        };
        try (GroupWriter<Integer> writer = new GroupWriter<>("test", failing)) {
            assertThat(writer.write(13))
                    .failsWithin(PATIENCE)
                    .withThrowableThat()
                    .withMessageContaining("13");
            assertThat(writer.write(14)).succeedsWithin(PATIENCE);
        }
    }

    @Test
    void leavesOutOnlyWhatIsWrongInItself() throws InterruptedException {
        Consumer<List<Integer>> failing = group -> {
            slowly(group);
            if (group.contains(13)) {
                throw new IllegalStateException("13");
            }
        };
        try (GroupWriter<Integer> writer = new GroupWriter<>("test", failing)) {
            CompletableFuture<Void> first = writer.write(0);
            begun.await();
            List<CompletableFuture<Void>> group =
                    IntStream.rangeClosed(10, 16).mapToObj(writer::write).toList();
            mayEnd.countDown();

            assertThat(first).succeedsWithin(PATIENCE);
            for (int i = 0; i < group.size(); i++) {
                if (i + 10 == 13) {
                    assertThat(group.get(i)).failsWithin(PATIENCE);
                } else {
                    assertThat(group.get(i)).succeedsWithin(PATIENCE);
                }
            }
        }
        assertThat(groups).contains(List.of(10, 11, 12, 13, 14, 15, 16), List.of(13));
    }

    @Test
    void triesAgainWhatTheDatabaseWasAwayForAndGivesUpInTheEnd() {
        AtomicInteger tries = new AtomicInteger();
        Consumer<List<Integer>> away = group -> {
            if (tries.incrementAndGet() <= group.getFirst()) {
                throw new DataAccessResourceFailureException("read timed out");
            }
        };
        try (GroupWriter<Integer> writer = new GroupWriter<>("test", away, 3)) {
            assertThat(writer.write(3)).succeedsWithin(PATIENCE);
            assertThat(tries).hasValue(4);
            tries.set(0);
            assertThat(writer.write(4)).failsWithin(PATIENCE);
            assertThat(tries).hasValue(4);
        }
    }

    @Test
    void leavesNobodyWaitingWhenItIsClosed() throws InterruptedException {
        GroupWriter<Integer> writer = new GroupWriter<>("test", this::slowly);
        CompletableFuture<Void> underWay = writer.write(0);
        begun.await();
        CompletableFuture<Void> waiting = writer.write(1);

        writer.close();

        assertThat(underWay).succeedsWithin(PATIENCE);
        assertThat(waiting)
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(RejectedExecutionException.class);
    }
}
