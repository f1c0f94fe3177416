package dk.ordrebro.accounting.billy.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.billy.FakeBilly;
import dk.ordrebro.accounting.billy.Workbench;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BillyConnectionTests {

    private static final BillyRequest QUESTION = BillyRequest.get("organization");

    private final FakeBilly billy = new FakeBilly();
    private final Workbench bench = new Workbench();

    @AfterEach
    void close() {
        bench.close();
        billy.close();
    }

    @Test
    void neverHasMoreCallsUnderWayThanAllowed() throws InterruptedException {
        var underWay = new AtomicInteger();
        var most = new AtomicInteger();
        var three = new CountDownLatch(3);
        billy.on("GET /organization", (call, socket, out) -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            three.countDown();
            awaitQuietly(three);
            underWay.decrementAndGet();
            FakeBilly.json("{}").write(call, socket, out);
        });
        BillyConnection connection = bench.connection(billy.root(), 3);

        List<Thread> threads = IntStream.range(0, 30)
                .mapToObj(i -> Thread.ofVirtual().start(() -> connection.send(QUESTION)))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(most).hasValue(3);
        assertThat(connection.calls()).isEqualTo(30);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void sendsNothingForACallerThatIsToldToStop() {
        Thread.currentThread().interrupt();

        Exchange exchange = bench.connection(billy.root(), 1).send(QUESTION);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(exchange).isInstanceOf(Exchange.NotDelivered.class);
        assertThat(billy.calls()).isEmpty();
    }

    @Test
    void reusesItsConnection() {
        var ports = new java.util.HashSet<Integer>();
        billy.on("GET /organization", (call, socket, out) -> {
            ports.add(socket.getPort());
            FakeBilly.json("{}").write(call, socket, out);
        });
        BillyConnection connection = bench.connection(billy.root(), 1);

        for (int i = 0; i < 10; i++) {
            connection.send(QUESTION);
        }

        assertThat(ports).hasSize(1);
    }
}
