package dk.ordrebro.intake.csv;

import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.Handling.Whole;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.Orders.Arrival;
import dk.ordrebro.order.Orders.Kept;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionOperations;

/** Stores what is read, some hundred documents a transaction. */
final class TakingIn {

    private static final int BATCH = 300;
    private static final long BATCH_BYTES = 8L << 20;

    private final Orders orders;
    private final Handling handling;
    private final TransactionOperations transactions;
    private final OrderMaker maker;
    private final Cancellations cancellations;
    private final OrderIntegration shop;
    private final CsvLayout layout;
    private final boolean handle;
    private final Tally tally;
    private final List<Document.Complete> batch = new ArrayList<>();
    private long batchBytes;

    TakingIn(
            Orders orders,
            Handling handling,
            TransactionOperations transactions,
            OrderIntegration shop,
            CsvLayout layout,
            byte[] header,
            boolean handle,
            Tally tally) {
        this.orders = orders;
        this.handling = handling;
        this.transactions = transactions;
        this.maker = new OrderMaker(shop, layout, header);
        this.cancellations = new Cancellations(orders, handling, shop);
        this.shop = shop;
        this.layout = layout;
        this.handle = handle;
        this.tally = tally;
    }

    /** For the reading that takes in orders and counts everything. */
    void order(Document document) {
        switch (document) {
            case Document.Refused refused -> tally.refused(refused);
            case Document.Complete complete -> {
                boolean cancellation = complete.isCancellation(layout);
                tally.read(complete, cancellation);
                if (!cancellation) {
                    add(complete, this::keep);
                }
            }
        }
    }

    void lastOrder() {
        flush(this::keep);
    }

    /** For the reading that takes in cancellations. */
    void cancellation(Document document) {
        if (document instanceof Document.Complete complete && complete.isCancellation(layout)) {
            add(complete, this::takeBack);
        }
    }

    void lastCancellation() {
        flush(this::takeBack);
    }

    private void add(Document.Complete document, Consumer<List<Document.Complete>> store) {
        batch.add(document);
        batchBytes += document.bytes();
        if (batch.size() >= BATCH || batchBytes >= BATCH_BYTES) {
            flush(store);
        }
    }

    private void flush(Consumer<List<Document.Complete>> store) {
        transactions.executeWithoutResult(_ -> store.accept(batch));
        batch.clear();
        batchBytes = 0;
    }

    /**
     * Each revision of an order is handled once: the same file again leaves alone what a person has undone since, and an order that has
     * grown is handled for what came to it.
     */
    private void keep(List<Document.Complete> documents) {
        List<Arrival> arrivals = documents.stream().map(maker::arrival).toList();
        List<Kept> kept = orders.keep(arrivals);
        tally.kept(kept);
        if (handle) {
            List<Whole> wholes = new ArrayList<>();
            for (int i = 0; i < kept.size(); i++) {
                Kept one = kept.get(i);
                wholes.add(new Whole(one.id(), arrivals.get(i).order().placedAt(), "csv:" + one.revision()));
            }
            tally.delivered(handling.handleAll(shop.company(), wholes).size());
        }
    }

    /** A cancellation that became an order of its own once, because its original was not known then, stays one. */
    private void takeBack(List<Document.Complete> documents) {
        List<Document.Complete> unexplained = new ArrayList<>();
        for (Document.Complete document : documents) {
            boolean own = !handle || orders.find(maker.key(document)).isPresent();
            if (own || !returned(document)) {
                unexplained.add(document);
            }
        }
        keep(unexplained);
    }

    private boolean returned(Document.Complete document) {
        var returns = cancellations.takeBack(document);
        returns.ifPresent(tally::returned);
        return returns.isPresent();
    }
}
