package dk.ordrebro.intake;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** The streams of orders from the shops, for the pages that start and watch them. */
public interface Feeds {

    /** Starts reading a shop that was just connected, from now on; or asks at once again after its connection changed. */
    void connected(OrderIntegration shop);

    /** Empty until the shop is connected. */
    Optional<FeedHealth> health(CompanyId company, OrderIntegrationId shop);

    /**
     * Reads the shop's orders that changed since a moment, beside the live ones and after them. Asking again while it runs starts over.
     *
     * @param bookToo whether deliveries the shop dates from then on are booked; otherwise those before the connection are only kept
     */
    void importHistory(CompanyId company, OrderIntegrationId shop, Instant from, boolean bookToo);

    /** Where the shop's webhooks are to go; empty when nobody told us our own public address. */
    Optional<URI> door(CompanyId company, OrderIntegrationId shop);
}
