package dk.ordrebro.order;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.OrderIntegrationId;
import java.time.Instant;
import java.util.List;

/** When orders came in. */
public interface Arrivals {

    /** When the latest orders of a shop were first heard of, latest first, at most {@code size}. */
    List<Instant> latest(CompanyId company, OrderIntegrationId shop, int size);
}
