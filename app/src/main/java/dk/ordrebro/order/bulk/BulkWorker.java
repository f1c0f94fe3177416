package dk.ordrebro.order.bulk;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Who;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.NotHandleable;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.OrderState;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.bulk.BulkBatches.Claim;
import dk.ordrebro.order.bulk.BulkBatches.Item;
import dk.ordrebro.order.bulk.BulkBatches.Result;
import dk.ordrebro.order.bulk.BulkBatches.Running;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works on the bulk jobs of all companies, one batch of each in turn. A batch, its results and how far the job is are one transaction: after a
 * crash it has happened or it has not. A batch that cannot be done as a whole is done one by one, so that only what is wrong fails.
 */
class BulkWorker {

    /** Enough that a commit's price is shared, few enough that a person who presses Stop does not wait. */
    static final int BATCH = 100;

    private static final int JOBS = 50;
    private static final Logger LOG = LoggerFactory.getLogger(BulkWorker.class);

    private final BulkBatches batches;
    private final Handling handling;
    private final Orders orders;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    BulkWorker(
            BulkBatches batches,
            Handling handling,
            Orders orders,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.batches = batches;
        this.handling = handling;
        this.orders = orders;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Works until no job is left to work on. */
    void work() {
        List<Running> running = batches.running(JOBS);
        while (!running.isEmpty()) {
            boolean some = false;
            for (Running job : running) {
                some |= batch(job);
            }
            running = some ? batches.running(JOBS) : List.of();
        }
    }

    /** Does a job's next batch; false when there was nothing to do, or another worker is doing it. */
    boolean batch(Running job) {
        try {
            return step(job, BATCH, this::all);
        } catch (RuntimeException broken) {
            LOG.warn(
                    "Bulk job {}: a batch could not be done as a whole, so its next order is done alone",
                    job.id(),
                    broken);
            return one(job);
        }
    }

    /** One order alone. Where it fails too, nothing of it has happened, and that is its result. */
    private boolean one(Running job) {
        try {
            return step(job, 1, this::all);
        } catch (NotHandleable refused) {
            return step(job, 1, failing("NOT_HANDLEABLE"));
        } catch (RuntimeException broken) {
            LOG.error("Bulk job {}: an order could not be done", job.id(), broken);
            return step(job, 1, failing("BROKEN"));
        }
    }

    private static Doing failing(String reason) {
        return (claim, items) ->
                items.stream().map(item -> Result.failed(item, reason)).toList();
    }

    private boolean step(Running job, int size, Doing doing) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<Claim> claim = batches.claim(job);
            claim.ifPresent(mine -> Who.as(mine.job().who(), () -> step(mine, size, doing)));
            return claim.isPresent();
        }));
    }

    private void step(Claim claim, int size, Doing doing) {
        List<Item> items = batches.next(claim, size);
        if (items.isEmpty()) {
            batches.finish(claim, clock.instant());
        } else {
            batches.record(claim, doing.with(claim, items));
            if (claim.next() + items.size() > claim.job().total()) {
                batches.finish(claim, clock.instant());
            }
        }
    }

    /** What is done with a batch. */
    private interface Doing {
        List<Result> with(Claim claim, List<Item> items);
    }

    private List<Result> all(Claim claim, List<Item> items) {
        return switch (claim.job().kind()) {
            case HANDLE -> handle(claim, items);
            case UNDO -> undo(claim, items);
        };
    }

    private List<Result> handle(Claim claim, List<Item> items) {
        List<Handling.Whole> wholes = items.stream()
                .map(item -> new Handling.Whole(item.order(), claim.job().askedAt(), null))
                .toList();
        Map<OrderId, Fulfillment> made = handling.handleAll(claim.company(), wholes).stream()
                .collect(Collectors.toMap(Fulfillment::order, Function.identity()));
        return items.stream()
                .map(item -> {
                    Fulfillment fulfillment = made.get(item.order());
                    return fulfillment == null
                            ? Result.passed(item, whyNot(claim.company(), item.order()))
                            : Result.handled(item, fulfillment.id());
                })
                .toList();
    }

    private String whyNot(CompanyId company, OrderId order) {
        boolean handled = orders.find(company, order)
                .filter(stored -> stored.state() == OrderState.HANDLED)
                .isPresent();
        return handled ? "ALREADY_HANDLED" : "NOTHING_TO_DELIVER";
    }

    private List<Result> undo(Claim claim, List<Item> items) {
        List<FulfillmentId> deliveries =
                items.stream().map(Item::fulfillment).filter(Objects::nonNull).toList();
        Map<FulfillmentId, Fulfillment> made =
                handling.undoAll(claim.company(), deliveries, claim.job().askedAt()).stream()
                        .collect(
                                Collectors.toMap(back -> Objects.requireNonNull(back.returnOf()), Function.identity()));
        return items.stream()
                .map(item -> {
                    Fulfillment back = item.fulfillment() == null ? null : made.get(item.fulfillment());
                    return back == null ? Result.passed(item, "ALREADY_TAKEN_BACK") : Result.handled(item, back.id());
                })
                .toList();
    }
}
