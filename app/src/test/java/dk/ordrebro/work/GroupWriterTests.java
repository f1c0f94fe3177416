package dk.ordrebro.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

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
