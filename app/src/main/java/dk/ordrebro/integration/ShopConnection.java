package dk.ordrebro.integration;

import dk.ordrebro.access.CompanyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What it takes to reach a shop, field by field as its platform asks for them. Fields that are not secret may be shown; secrets never are.
 *
 * @param settings by field key, such as an address or a user name
 * @param secrets by field key
 * @param secretsBefore what the secrets were before the last change, for as long as a shop may still sign with them; otherwise empty
 */
public record ShopConnection(
        CompanyId company,
        OrderIntegrationId integration,
        Map<String, String> settings,
        Map<String, Secret> secrets,
        Map<String, Secret> secretsBefore) {

    /** The secret we made for the shop to sign its webhooks with, where the platform lets us choose one: letters and digits. */
    public static final String WEBHOOK_SECRET = "webhook-secret";

    public ShopConnection {
        settings = Map.copyOf(settings);
        secrets = Map.copyOf(secrets);
        secretsBefore = Map.copyOf(secretsBefore);
    }

    /** A field that may be seen; empty where nothing was typed. */
    public String setting(String key) {
        return settings.getOrDefault(key, "");
    }

    public Optional<Secret> secret(String key) {
        return Optional.ofNullable(secrets.get(key));
    }

    /** The secret of this name as it is and, for a day after a change, as it was. */
    public List<Secret> accepted(String key) {
        return Stream.of(secrets, secretsBefore)
                .flatMap(some -> Stream.ofNullable(some.get(key)))
                .distinct()
                .toList();
    }
}
