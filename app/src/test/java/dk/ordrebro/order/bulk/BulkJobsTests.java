package dk.ordrebro.order.bulk;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dk.ordrebro.SettableClock;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.access.Who;
import dk.ordrebro.database.SharedDatabase;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.enrichment.GivenOrder;
import dk.ordrebro.integration.GivenIntegrations;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.FulfillmentsCreated;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.JdbcFulfillments;
import dk.ordrebro.order.JdbcOrders;
import dk.ordrebro.order.OrderHandling;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.OrderState;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.Raw;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class BulkJobsTests {

    private static final String BO = "bo@butik.example";

    private final GivenIntegrations given = new GivenIntegrations();
    private final OrderIntegration shop = given.shop("nordlys");
    private final Ids ids = new Ids(InstantSource.system(), new SecureRandom());
    private final SettableClock clock = new SettableClock(Given.HANDLED);
    private final Orders orders = new JdbcOrders(SharedDatabase.jdbc(), ids, clock, event -> {});
    private final BulkJobs jobs = new JdbcBulkJobs(SharedDatabase.jdbc(), clock);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(SharedDatabase.dataSource()));
    private final List<FulfillmentsCreated> told = new ArrayList<>();
    private final List<String> tellers = new ArrayList<>();
    private final BulkBatches batches = new BulkBatches(SharedDatabase.jdbc());

    BulkJobsTests() {
        given.orders.save(shop);
    }

    private BulkWorker worker(Consumer<FulfillmentsCreated> listener) {
        Handling handling = new OrderHandling(
                orders,
                new JdbcFulfillments(SharedDatabase.jdbc()),
                given.orders,
                ids,
                event -> listener.accept((FulfillmentsCreated) event));
        return new BulkWorker(batches, handling, orders, transaction, clock);
    }

    private BulkWorker worker() {
        return worker(event -> {
            told.add(event);
            tellers.add(Who.current());
        });
    }

    private List<OrderId> keep(int count) {
        return orders
                .keep(IntStream.range(0, count)
                        .mapToObj(i -> new Orders.Arrival(
                                order().id("b" + i)
                                        .item("2", "100")
                                        .freight("39")
                                        .from(shop)
                                        .build(),
                                Raw.of("")))
                        .toList())
                .stream()
                .map(Orders.Kept::id)
                .toList();
    }

    private OrderId keep(GivenOrder told) {
        return orders.keep(List.of(new Orders.Arrival(told.from(shop).build(), Raw.of(""))))
                .getFirst()
                .id();
    }

    private BulkJobId ask(List<OrderId> wanted) {
        BulkJobId id = new BulkJobId(ids.next());
        transaction.executeWithoutResult(status -> jobs.handle(shop.company(), id, wanted, BO));
        return id;
    }

    private BulkJobId askUndo(BulkJobId of) {
        BulkJobId id = new BulkJobId(ids.next());
        transaction.executeWithoutResult(status -> jobs.undo(shop.company(), id, of, BO));
        return id;
    }

    private OrderHandling handling() {
        return new OrderHandling(orders, new JdbcFulfillments(SharedDatabase.jdbc()), given.orders, ids, event -> {});
    }

    private BulkJob job(BulkJobId id) {
        return jobs.find(shop.company(), id).orElseThrow();
    }

    private boolean batch(BulkWorker worker, BulkJobId id) {
        return worker.batch(new BulkBatches.Running(shop.company(), id));
    }

    private void finish(BulkWorker worker, BulkJobId id) {
        while (job(id).running()) {
            batch(worker, id);
        }
    }

    private int deliveries(List<OrderId> wanted) {
        return wanted.stream()
                .mapToInt(order -> (int) orders.fulfillments(shop.company(), order).stream()
                        .filter(one -> !one.isReturn())
                        .count())
                .sum();
    }

    private OrderState state(OrderId order) {
        return orders.find(shop.company(), order).orElseThrow().state();
    }

    @Test
    void handlesEveryOrderOnceInBatchesAndInTheNameOfWhoAsked() {
        List<OrderId> wanted = keep(250);

        BulkJobId id = ask(wanted);
        finish(worker(), id);

        BulkJob done = job(id);
        assertThat(done.state()).isEqualTo(BulkJob.State.DONE);
        assertThat(done.handled()).isEqualTo(250);
        assertThat(done.finishedAt()).isEqualTo(Given.HANDLED);
        assertThat(told).extracting(event -> event.handled().size()).containsExactly(100, 100, 50);
        assertThat(tellers).containsOnly(BO);
        assertThat(deliveries(wanted)).isEqualTo(250);
        assertThat(jobs.items(shop.company(), id, BulkItem.State.HANDLED, 0, 1000))
                .extracting(BulkItem::order)
                .containsExactlyElementsOf(wanted);
    }

    @Test
    void passesOverWhatHasNothingLeftAndSaysWhy() {
        OrderId handled = keep(order().id("1").item("1", "100"));
        OrderId empty = keep(order().id("2").item("0", "100"));
        OrderId partly = keep(order().id("3").item("2", "100"));
        BulkWorker worker = worker();
        finish(worker, ask(List.of(handled)));
        handling().handle(shop.company(), partly, Map.of("1", BigDecimal.ONE), Given.HANDLED, null);

        List<OrderId> wanted = new ArrayList<>(List.of(handled, empty, partly));
        wanted.add(partly);
        BulkJobId id = ask(wanted);
        finish(worker, id);

        BulkJob done = job(id);
        assertThat(List.of(done.total(), done.handled(), done.passed(), done.failed()))
                .containsExactly(3, 1, 2, 0);
        assertThat(jobs.reasons(shop.company(), id, BulkItem.State.PASSED))
                .containsOnly(Map.entry("ALREADY_HANDLED", 1), Map.entry("NOTHING_TO_DELIVER", 1));
        assertThat(state(partly)).isEqualTo(OrderState.HANDLED);
        assertThat(deliveries(List.of(handled))).isEqualTo(1);
    }

    @Test
    void isOneJobHoweverOftenTheFormIsSent() {
        List<OrderId> wanted = keep(3);
        BulkJobId id = ask(wanted);

        transaction.executeWithoutResult(status -> jobs.handle(shop.company(), id, wanted, BO));
        finish(worker(), id);
        transaction.executeWithoutResult(status -> jobs.handle(shop.company(), id, wanted, BO));

        assertThat(job(id).handled()).isEqualTo(3);
        assertThat(job(id).state()).isEqualTo(BulkJob.State.DONE);
        assertThat(jobs.latest(shop.company(), 10)).hasSize(1);
        assertThat(deliveries(wanted)).isEqualTo(3);
    }

    @Test
    void stopsBeforeTheNextBatchAndGoesOnWhereItWas() {
        List<OrderId> wanted = keep(250);
        BulkJobId id = ask(wanted);
        BulkWorker worker = worker();
        batch(worker, id);

        jobs.stop(shop.company(), id);

        assertThat(batch(worker, id)).isFalse();
        assertThat(job(id).state()).isEqualTo(BulkJob.State.STOPPED);
        assertThat(job(id).handled()).isEqualTo(100);
        assertThat(deliveries(wanted)).isEqualTo(100);

        jobs.resume(shop.company(), id);
        finish(worker, id);

        assertThat(job(id).handled()).isEqualTo(250);
        assertThat(deliveries(wanted)).isEqualTo(250);
    }

    /** Dies in a batch after the deliveries are stored, in the listener that books them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void losesAndRepeatsNothingWhenItsProcessDiesInABatch(int dying) {
        List<OrderId> wanted = keep(250);
        BulkJobId id = ask(wanted);
        AtomicInteger batch = new AtomicInteger();
        BulkWorker doomed = worker(event -> {
            if (batch.incrementAndGet() == dying) {
                throw new Died();
            }
        });

        assertThatExceptionOfType(Died.class).isThrownBy(() -> finish(doomed, id));

        assertThat(job(id).handled()).isEqualTo(100 * (dying - 1));
        assertThat(deliveries(wanted)).isEqualTo(100 * (dying - 1));
        finish(worker(), id);
        assertThat(job(id).handled()).isEqualTo(250);
        assertThat(deliveries(wanted)).isEqualTo(250);
    }

    /** What a process that dies throws at nobody. */
    private static final class Died extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    void failsOnlyTheOrderThatCannotBeDone() {
        List<OrderId> wanted = keep(12);
        OrderId poison = wanted.get(7);
        BulkJobId id = ask(wanted);

        finish(
                worker(event -> {
                    if (event.handled().stream()
                            .anyMatch(one -> one.fulfillment().order().equals(poison))) {
                        throw new IllegalStateException("cannot be booked");
                    }
                }),
                id);

        BulkJob done = job(id);
        assertThat(done.state()).isEqualTo(BulkJob.State.DONE);
        assertThat(List.of(done.handled(), done.failed())).containsExactly(11, 1);
        assertThat(jobs.items(shop.company(), id, BulkItem.State.FAILED, 0, 10))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.order()).isEqualTo(poison);
                    assertThat(item.reason()).isEqualTo("BROKEN");
                });
        assertThat(state(poison)).isEqualTo(OrderState.OPEN);
        assertThat(deliveries(wanted)).isEqualTo(11);
    }

    @Test
    void isDoneOnceByTwoWorkersAtOnce() {
        List<OrderId> wanted = keep(300);
        BulkJobId id = ask(wanted);
        BulkWorker quiet = worker(event -> {});

        List<CompletableFuture<Void>> both = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.runAsync(() -> finish(quiet, id)))
                .toList();
        both.forEach(CompletableFuture::join);

        assertThat(job(id).handled()).isEqualTo(300);
        assertThat(job(id).passed()).isZero();
        assertThat(deliveries(wanted)).isEqualTo(300);
    }

    @Test
    void undoesWhatAJobHandledAndNothingElse() {
        List<OrderId> wanted = keep(120);
        OrderId bystander = keep(order().id("bystander").item("1", "100"));
        BulkWorker worker = worker();
        BulkJobId job = ask(wanted);
        finish(worker, job);
        finish(worker, ask(List.of(bystander)));

        BulkJobId undo = askUndo(job);
        finish(worker, undo);

        assertThat(job(undo).handled()).isEqualTo(120);
        assertThat(jobs.undoing(shop.company(), job)).contains(job(undo));
        assertThat(handling().undoing(shop.company(), wanted)).containsExactlyInAnyOrderElementsOf(wanted);
        handling()
                .concluded(
                        shop.company(),
                        wanted.stream()
                                .map(order -> orders.fulfillments(shop.company(), order)
                                        .getLast()
                                        .id())
                                .toList());
        assertThat(wanted).allSatisfy(order -> assertThat(state(order)).isEqualTo(OrderState.OPEN));
        assertThat(state(bystander)).isEqualTo(OrderState.HANDLED);

        BulkJobId again = askUndo(job);
        finish(worker, again);

        assertThat(List.of(job(again).handled(), job(again).passed())).containsExactly(0, 120);
        assertThat(jobs.reasons(shop.company(), again, BulkItem.State.PASSED)).containsOnlyKeys("ALREADY_TAKEN_BACK");
    }

    @Test
    void undoesTheDeliveriesThatWereChosen() {
        List<OrderId> wanted = keep(12);
        BulkWorker worker = worker();
        finish(worker, ask(wanted));
        List<FulfillmentId> chosen = wanted.subList(0, 5).stream()
                .map(order ->
                        orders.fulfillments(shop.company(), order).getFirst().id())
                .toList();
        BulkJobId undo = new BulkJobId(ids.next());

        transaction.executeWithoutResult(status -> jobs.undo(shop.company(), undo, chosen, BO));
        transaction.executeWithoutResult(status -> jobs.undo(shop.company(), undo, chosen, BO));
        finish(worker, undo);

        assertThat(job(undo).handled()).isEqualTo(5);
        assertThat(handling().undoing(shop.company(), wanted))
                .containsExactlyInAnyOrderElementsOf(wanted.subList(0, 5));
    }

    @Test
    void doesNotUndoAJobThatRunsOrMadeNothing() {
        BulkJobId running = ask(keep(1));

        assertThatIllegalArgumentException().isThrownBy(() -> askUndo(running));
        assertThatIllegalArgumentException().isThrownBy(() -> askUndo(new BulkJobId(ids.next())));
    }

    @Test
    void refusesASelectionWithAnotherCompanysOrderWhole() {
        List<OrderId> ours = keep(2);
        GivenIntegrations strangers = new GivenIntegrations();
        OrderIntegration theirShop = strangers.shop("fremmed");
        strangers.orders.save(theirShop);
        OrderId theirs = orders.keep(List.of(new Orders.Arrival(
                        order().item("1", "100").from(theirShop).build(), Raw.of(""))))
                .getFirst()
                .id();

        assertThatIllegalArgumentException().isThrownBy(() -> ask(List.of(ours.get(0), theirs, ours.get(1))));
        assertThatIllegalArgumentException().isThrownBy(() -> ask(List.of()));

        assertThat(jobs.latest(shop.company(), 10)).isEmpty();
    }

    @Test
    void showsAndStopsNothingForAnotherCompany() {
        BulkJobId id = ask(keep(1));
        CompanyId stranger = new GivenIntegrations().company;

        jobs.stop(stranger, id);

        assertThat(job(id).running()).isTrue();
        assertThat(jobs.find(stranger, id)).isEmpty();
        assertThat(jobs.items(stranger, id, BulkItem.State.WAITING, 0, 10)).isEmpty();
        assertThat(jobs.latest(stranger, 10)).isEmpty();
    }
}
