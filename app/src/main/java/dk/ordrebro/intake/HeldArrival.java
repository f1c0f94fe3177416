package dk.ordrebro.intake;

import dk.ordrebro.integration.OrderIntegrationId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An order that waits for a person, and why. */
public record HeldArrival(UUID id, OrderIntegrationId shop, String shopOrderId, Instant heldAt, List<Reason> reasons) {}
