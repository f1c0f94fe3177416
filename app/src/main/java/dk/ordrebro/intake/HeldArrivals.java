package dk.ordrebro.intake;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.order.Raw;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders a shop told us that we could not understand, or that ask something of a person. */
public interface HeldArrivals {

    /**
     * Newest first, without those a person has settled.
     *
     * @param before show what comes after this one in the list; empty for the first page
     */
    List<HeldArrival> page(CompanyId company, OrderIntegrationId shop, Optional<UUID> before, int size);

    /**
     * Those of all shops of a company, newest first, without those a person has settled.
     *
     * @param before show what comes after this one in the list; empty for the first page
     */
    List<HeldArrival> open(CompanyId company, Optional<UUID> before, int size);

    /** How many no person has settled, of all shops. */
    int countOpen(CompanyId company);

    /** When and in which shop those were held that nobody has settled, from one moment until before another. */
    List<Waiting> waiting(CompanyId company, Instant from, Instant until);

    /** One that waits. */
    record Waiting(OrderIntegrationId shop, Instant heldAt) {}

    Optional<HeldArrival> find(CompanyId company, UUID id);

    /** What the shop sent, byte for byte. */
    Optional<Raw> raw(CompanyId company, UUID id);

    /** Fetches the order anew and tries again. */
    void tryAgain(CompanyId company, UUID id);

    /**
     * A person has seen to it. It comes back only if the order is held for other reasons.
     *
     * @param why what was done, as the person wrote it; not blank
     * @param who a user
     */
    void settle(CompanyId company, UUID id, String why, String who);
}
