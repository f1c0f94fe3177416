package dk.ordrebro.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ordrebro.SettableClock;
import dk.ordrebro.access.GivenAccess;
import dk.ordrebro.access.SettingsChanged;
import dk.ordrebro.database.SharedDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShopConnectionsTests {

    private static final Secret FIRST = new Secret("cs_first");
    private static final Secret SECOND = new Secret("cs_second");

    private final GivenIntegrations given = new GivenIntegrations();
    private final SettableClock clock = new SettableClock(GivenAccess.NOON);
    private final List<SettingsChanged> told = new ArrayList<>();
    private final ShopConnections connections = new JdbcShopConnections(
            SharedDatabase.jdbc(),
            new Seal(SealTests.newKey(), new SecureRandom()),
            new SecureRandom(),
            clock,
            event -> told.add((SettingsChanged) event));
    private final OrderIntegration shop = given.shop("butik");

    @BeforeEach
    void keepTheShop() {
        given.orders.save(shop);
    }

    @Test
    void givesBackWhatWasTyped() {
        connections.save(shop, Map.of("base-url", "https://butik.example"), Map.of("secret", FIRST));

        ShopConnection found = connections.find(shop.company(), shop.id()).orElseThrow();

        assertThat(found.setting("base-url")).isEqualTo("https://butik.example");
        assertThat(found.secret("secret")).contains(FIRST);
        assertThat(found.secret(ShopConnection.WEBHOOK_SECRET).orElseThrow().reveal())
                .matches("[0-9a-f]{48}");
    }

    @Test
    void keepsSecretsThatAreNotTypedAgainAndTheOneForWebhooks() {
        ShopConnection first = connections.save(shop, Map.of(), Map.of("secret", FIRST));

        ShopConnection second = connections.save(shop, Map.of("base-url", "https://ny.example"), Map.of());

        assertThat(second.secrets()).isEqualTo(first.secrets());
    }

    @Test
    void acceptsTheOldSecretForADayAfterAChange() {
        connections.save(shop, Map.of(), Map.of("secret", FIRST));
        connections.save(shop, Map.of(), Map.of("secret", SECOND));

        assertThat(find().accepted("secret")).containsExactly(SECOND, FIRST);
        clock.advance(Duration.ofHours(24));
        assertThat(find().accepted("secret")).containsExactly(SECOND);
    }

    private ShopConnection find() {
        return connections.find(shop.company(), shop.id()).orElseThrow();
    }

    @Test
    void tellsTheTrailNoSecret() {
        connections.save(shop, Map.of("base-url", "https://butik.example"), Map.of("secret", FIRST));
        connections.save(shop, Map.of("base-url", "https://butik.example"), Map.of("secret", SECOND));

        assertThat(told).extracting(SettingsChanged::verb).containsExactly("connected", "key-replaced");
        assertThat(told.toString()).doesNotContain(FIRST.reveal(), SECOND.reveal());
    }

    @Test
    void keepsNoSecretReadableAndBindsThemToTheirRow() {
        connections.save(shop, Map.of(), Map.of("secret", FIRST));
        OrderIntegration other = given.shop("anden");
        given.orders.save(other);
        connections.save(other, Map.of(), Map.of("secret", SECOND));

        SharedDatabase.jdbc()
                .sql("""
                        update shop_connection set sealed = (select sealed from shop_connection where company_id = ? and integration_id = ?)
                        where company_id = ? and integration_id = ?
                        """)
                .params(
                        shop.company().value(),
                        shop.id().value(),
                        other.company().value(),
                        other.id().value())
                .update();

        assertThatThrownBy(() -> connections.find(other.company(), other.id())).isInstanceOf(SealBroken.class);
        assertThat(new String(
                        SharedDatabase.jdbc()
                                .sql("select sealed from shop_connection where company_id = ? and integration_id = ?")
                                .params(shop.company().value(), shop.id().value())
                                .query(byte[].class)
                                .single(),
                        java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(FIRST.reveal());
    }
}
