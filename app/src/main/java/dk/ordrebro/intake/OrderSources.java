package dk.ordrebro.intake;

import dk.ordrebro.integration.OrderPlatform;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of shop there is an adapter for. */
public final class OrderSources {

    private final Map<OrderPlatform, OrderSource> sources = new EnumMap<>(OrderPlatform.class);

    public OrderSources(List<OrderSource> all) {
        for (OrderSource source : all) {
            if (sources.put(source.platform(), source) != null) {
                throw new IllegalStateException("Two adapters for " + source.platform());
            }
        }
    }

    /** Empty for platforms that bring their orders themselves. */
    public Optional<OrderSource> of(OrderPlatform platform) {
        return Optional.ofNullable(sources.get(platform));
    }

    public List<OrderPlatform> platforms() {
        return List.copyOf(sources.keySet());
    }
}
