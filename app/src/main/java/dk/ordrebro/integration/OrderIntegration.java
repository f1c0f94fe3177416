package dk.ordrebro.integration;

import dk.ordrebro.access.CompanyId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A webshop, and how its orders are to be booked.
 *
 * @param shopKey short lower-case name, unique within the company; first part of every reference made for this shop
 * @param accounting where its orders are booked; null until bound, and then nothing is booked
 * @param standAloneCreditNotes whether a cancellation whose original order is unknown becomes a credit note of its own; otherwise it is held
 * @param active whether orders are taken in; a retired one never is
 * @param startDate orders placed before this day in Copenhagen are never invoiced; null for no such day
 * @param retired out of use for good, as far as anybody knows: it takes no orders in, and what it has told stays
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
        boolean active,
        Trigger trigger,
        @Nullable LocalDate startDate,
        boolean retired) {

    public OrderIntegration {
        if (retired && active) {
            throw new IllegalArgumentException("A retired order integration is not active: " + id);
        }
    }

    /** One that makes invoices of what is handled, from its first order on. */
    public OrderIntegration(
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
        this(
                company,
                id,
                name,
                platform,
                shopKey,
                accounting,
                freightRule,
                contactMode,
                productMode,
                standAloneCreditNotes,
                active,
                Trigger.HANDLED,
                null,
                false);
    }

    public Optional<AccountingIntegrationId> boundTo() {
        return Optional.ofNullable(accounting);
    }

    public OrderIntegration named(String other) {
        return with(other, active, retired);
    }

    public OrderIntegration switched(boolean on) {
        return with(name, on, retired);
    }

    public OrderIntegration retire() {
        return with(name, false, true);
    }

    /** Takes orders in again. */
    public OrderIntegration bringBack() {
        return with(name, true, false);
    }

    private OrderIntegration with(String otherName, boolean isActive, boolean isRetired) {
        return new OrderIntegration(
                company,
                id,
                otherName,
                platform,
                shopKey,
                accounting,
                freightRule,
                contactMode,
                productMode,
                standAloneCreditNotes,
                isActive,
                trigger,
                startDate,
                isRetired);
    }
}
