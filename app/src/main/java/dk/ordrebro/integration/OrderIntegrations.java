package dk.ordrebro.integration;

import dk.ordrebro.access.CompanyId;
import java.util.List;
import java.util.Optional;

/** The order integrations of all companies. */
public interface OrderIntegrations {

    Optional<OrderIntegration> find(CompanyId company, OrderIntegrationId id);

    /** By {@link OrderIntegration#shopKey()}. */
    Optional<OrderIntegration> named(CompanyId company, String shopKey);

    List<OrderIntegration> all(CompanyId company);

    /** Stores a new integration or a changed one. */
    void save(OrderIntegration integration);
}
