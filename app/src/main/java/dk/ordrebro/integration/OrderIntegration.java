package dk.ordrebro.integration;

import dk.ordrebro.access.CompanyId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A webshop, and how its orders are to be booked.
 *
 * @param shopKey short lower-case name, unique within the company; first part of every reference made for this shop
 * @param accounting where its orders are booked; null until bound, and then nothing is booked
 * @param standAloneCreditNotes whether a cancellation whose original order is unknown becomes a credit note of its own; otherwise it is held
 */
public record OrderIntegration(
        CompanyId company,
        OrderIntegrationId id,
        String name,
        OrderPlatform platform,
        String shopKey,
        @Nullable AccountingIntegrationId accounting,
        FreightRule freightRule,
        ContactMode contactMode,
        ProductMode productMode,
        boolean standAloneCreditNotes,
        boolean active) {

    public Optional<AccountingIntegrationId> boundTo() {
        return Optional.ofNullable(accounting);
    }
}
