package dk.ordrebro.integration;

import dk.ordrebro.access.CompanyId;
import java.util.Map;
import java.util.Optional;

/** How the shops of all companies are reached, their secrets sealed at rest. */
public interface ShopConnections {

    /**
     * Empty until the shop was connected.
     *
     * @throws SealBroken when the secrets cannot be opened with the key at hand
     */
    Optional<ShopConnection> find(CompanyId company, OrderIntegrationId integration);

    /**
     * Stores what was typed. A secret that is not given anew stays what it was; one for webhooks is made at the first saving and stays.
     *
     * @param settings all fields that may be seen
     * @param newSecrets those typed this time
     */
    ShopConnection save(OrderIntegration integration, Map<String, String> settings, Map<String, Secret> newSecrets);

    /** What {@link #save} would store, without storing it: for trying it first. */
    ShopConnection draft(OrderIntegration integration, Map<String, String> settings, Map<String, Secret> newSecrets);
}
