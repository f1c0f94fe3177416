package dk.ordrebro.intake.round;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.integration.ShopConnections;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The door of the running program: a real server, real filters, whatever the body calls itself. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "ordrebro.drains=off")
@OwnDatabase
class RealDoorTests {

    private static final UUID NOBODY = new UUID(0, 0);

    @Autowired
    private Companies companies;

    @Autowired
    private OrderIntegrations shops;

    @Autowired
    private ShopConnections connections;

    @Autowired
    private Ids ids;

    @Value("${local.server.port}")
    private int port;

    private Door door = new Door(new CompanyId(NOBODY), new OrderIntegrationId(NOBODY));

    @BeforeEach
    void connect() {
        CompanyId company = companies.create("Nordlys Te").id();
        OrderIntegration shop = new OrderIntegration(
                company,
                new OrderIntegrationId(ids.next()),
                "Woo",
                OrderPlatform.WOOCOMMERCE,
                "woo",
                null,
                FreightRule.FIRST,
                ContactMode.PER_CUSTOMER,
                ProductMode.PER_TEMPLATE,
                false,
                true);
        shops.save(shop);
        connections.save(
                shop,
                Map.of("base-url", "https://shop.example"),
                Map.of("consumer-key", new Secret("ck"), "consumer-secret", new Secret("cs")));
        door = new Door(company, shop.id());
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, webhook_id=1, 200",
        "application/x-www-form-urlencoded; charset=UTF-8, webhook_id=1, 200",
        "text/plain, webhook_id=1, 200",
        "application/json, webhook_id=1, 200",
        "application/x-www-form-urlencoded, webhook_id=1&order=2, 401",
        "application/json, {\"id\":1}, 401"
    })
    void hearsThePingWhateverItsBodyIsCalled(String type, String body, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/in/" + door))
                .header("Content-Type", type)
                .header("User-Agent", "WooCommerce/11.0.1 Hookshot (WordPress/7.1)")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(status);
        }
    }
}
