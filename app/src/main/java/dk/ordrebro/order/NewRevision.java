package dk.ordrebro.order;

import dk.ordrebro.order.Orders.Arrival;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An arrival as it will be stored, should it tell us something new. */
record NewRevision(UUID id, Order order, String content, String hash, Raw raw) {

    static NewRevision of(UUID id, Arrival arrival) {
        String content = OrderJson.write(arrival.order());
        return new NewRevision(id, arrival.order(), content, OrderJson.hash(content), arrival.raw());
    }

    /** A column of a batch; the driver sends it as one array. */
    static @Nullable String[] column(List<NewRevision> batch, Function<NewRevision, @Nullable String> of) {
        @Nullable String[] column = new String[batch.size()];
        Arrays.setAll(column, i -> of.apply(batch.get(i)));
        return column;
    }

    OrderTotal total() {
        return OrderTotal.of(order);
    }
}
