package dk.ordrebro.integration;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.SettingsChanged;
import dk.ordrebro.access.SettingsChanged.Change;
import dk.ordrebro.access.Who;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Shop connections in PostgreSQL. */
@Repository
class JdbcShopConnections implements ShopConnections {

    /** Shopify signs with the old secret for up to an hour; a day is safe (docs/reference/webshops.md 3.8). */
    private static final Duration OLD_SECRETS_COUNT_FOR = Duration.ofDays(1);

    private static final int WEBHOOK_SECRET_BYTES = 24;
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Seal seal;
    private final SecureRandom random;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    JdbcShopConnections(
            JdbcClient jdbc, Seal seal, SecureRandom random, InstantSource clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.random = random;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public Optional<ShopConnection> find(CompanyId company, OrderIntegrationId integration) {
        return jdbc.sql("select * from shop_connection where company_id = ? and integration_id = ?")
                .params(company.value(), integration.value())
                .query((row, number) -> {
                    byte[] before = row.getBytes("sealed_before");
                    OffsetDateTime changed = row.getObject("changed_at", OffsetDateTime.class);
                    boolean counts = before != null
                            && changed.toInstant().plus(OLD_SECRETS_COUNT_FOR).isAfter(clock.instant());
                    return new ShopConnection(
                            company,
                            integration,
                            MAPPER.readValue(row.getString("settings"), TEXTS),
                            open(row.getBytes("sealed"), company, integration),
                            counts ? open(before, company, integration) : Map.of());
                })
                .optional();
    }

    private Map<String, Secret> open(byte @Nullable [] sealed, CompanyId company, OrderIntegrationId integration) {
        Map<String, Secret> secrets = new HashMap<>();
        String json = seal.open(Objects.requireNonNull(sealed), belongsTo(company, integration))
                .reveal();
        MAPPER.readValue(json, TEXTS).forEach((key, text) -> secrets.put(key, new Secret(text)));
        return secrets;
    }

    private byte[] close(ShopConnection connection) {
        Map<String, String> texts = new TreeMap<>();
        connection.secrets().forEach((key, secret) -> texts.put(key, secret.reveal()));
        return seal.close(
                new Secret(MAPPER.writeValueAsString(texts)),
                belongsTo(connection.company(), connection.integration()));
    }

    private static String belongsTo(CompanyId company, OrderIntegrationId integration) {
        return "shop connection " + company + "/" + integration;
    }

    @Override
    public ShopConnection draft(
            OrderIntegration integration, Map<String, String> settings, Map<String, Secret> newSecrets) {
        Optional<ShopConnection> before = find(integration.company(), integration.id());
        Map<String, Secret> secrets = new HashMap<>();
        secrets.put(ShopConnection.WEBHOOK_SECRET, newWebhookSecret());
        before.ifPresent(known -> secrets.putAll(known.secrets()));
        secrets.putAll(newSecrets);
        return new ShopConnection(
                integration.company(),
                integration.id(),
                settings,
                secrets,
                before.map(ShopConnection::secrets).orElse(Map.of()));
    }

    /** Plain letters and digits: a shop decodes HTML entities in it before it signs (docs/reference/webshops.md 2.6). */
    private Secret newWebhookSecret() {
        byte[] bytes = new byte[WEBHOOK_SECRET_BYTES];
        random.nextBytes(bytes);
        return new Secret(HexFormat.of().formatHex(bytes));
    }

    @Override
    @Transactional
    public ShopConnection save(
            OrderIntegration integration, Map<String, String> settings, Map<String, Secret> newSecrets) {
        Optional<ShopConnection> before = find(integration.company(), integration.id());
        ShopConnection made = draft(integration, settings, newSecrets);
        jdbc.sql("""
                        insert into shop_connection (company_id, integration_id, settings, sealed, created_at, changed_at)
                        values (:company, :id, :settings, :sealed, :now, :now)
                        on conflict (company_id, integration_id) do update set
                            settings = excluded.settings, sealed = excluded.sealed,
                            sealed_before = case when :renewed then shop_connection.sealed else shop_connection.sealed_before end,
                            changed_at = case when :renewed then excluded.changed_at else shop_connection.changed_at end
                        """)
                .param("company", integration.company().value())
                .param("id", integration.id().value())
                .param("settings", MAPPER.writeValueAsString(new TreeMap<>(settings)))
                .param("sealed", close(made))
                .param("renewed", before.isPresent() && !before.get().secrets().equals(made.secrets()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        tell(integration, before.orElse(null), made);
        return made;
    }

    /** The audit trail learns which fields changed, and of secrets only that they did. */
    private void tell(OrderIntegration integration, @Nullable ShopConnection before, ShopConnection after) {
        List<Change> changes = new ArrayList<>();
        Map<String, String> was = before == null ? Map.of() : before.settings();
        TreeSet<String> keys = new TreeSet<>(after.settings().keySet());
        keys.addAll(was.keySet());
        keys.stream()
                .map(key -> new Change(key, was.getOrDefault(key, ""), after.setting(key)))
                .filter(change -> !change.before().equals(change.after()))
                .forEach(changes::add);
        boolean newKeys = before != null && !before.secrets().equals(after.secrets());
        if (before == null || newKeys || !changes.isEmpty()) {
            events.publishEvent(new SettingsChanged(
                    integration.company(),
                    Who.current(),
                    "order-integration",
                    integration.id().toString(),
                    integration.name(),
                    before == null ? "connected" : newKeys ? "key-replaced" : "changed",
                    changes));
        }
    }
}
