package dk.ordrebro.intake;

import dk.ordrebro.order.Raw;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as a shop lists it.
 *
 * @param id the shop's own id, never the number its customers see
 * @param changedAt by the shop's own clock
 * @param raw the whole order; null when the list does not give all of it and it must be fetched
 */
public record ShopOrder(
        String id, Instant changedAt, @Nullable Raw raw) {}
