package dk.ordrebro.api;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.intake.push.PushOrders;
import dk.ordrebro.intake.push.PushedOrder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(properties = "ordrebro.drains=off")
@AutoConfigureMockMvc
@OwnDatabase
class OpenApiTests {

    private static final Path COPY = Path.of("..", "docs", "openapi.yaml");

    private final PushOrders push = new PushOrders();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JsonMapper json;

    /** Writes the copy anew and fails where it was stale, so that whoever changes the API sees it in the change. */
    @Test
    void isWhatTheDocumentsSay() throws IOException {
        String described = body(mvc.get().uri("/v3/api-docs.yaml").exchange());
        String copy = Files.exists(COPY) ? Files.readString(COPY) : "";

        if (!described.equals(copy)) {
            Files.createDirectories(COPY.resolveSibling("."));
            Files.writeString(COPY, described);
        }

        assertThat(copy)
                .as("docs/openapi.yaml was stale and has been written anew: commit it")
                .isEqualTo(described);
    }

    @Test
    void isOpenApi31AndNamesEveryPath() throws IOException {
        JsonNode described = json.readTree(body(mvc.get().uri("/v3/api-docs").exchange()));

        assertThat(described.get("openapi").stringValue()).startsWith("3.1");
        assertThat(described.get("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/orders",
                        "/api/v1/orders/{id}",
                        "/api/v1/orders/{id}/fulfillments",
                        "/api/v1/fulfillments/{id}/returns",
                        "/api/v1/bookings",
                        "/api/v1/bookings/{id}",
                        "/api/v1/preview",
                        "/api/v1/shipmondo/sales_orders",
                        "/api/v1/shipmondo/sales_orders/{id}",
                        "/api/v1/shipmondo/sales_orders/{id}/fulfillments",
                        "/api/v1/shipmondo/fulfillments/{id}",
                        "/api/v1/shipmondo/bookkeeping_integrations",
                        "/api/v1/shipmondo/payment_gateways",
                        "/api/v1/shipmondo/shipment_templates",
                        "/api/v1/shipmondo/webhooks");
        JsonNode body = described.at("/paths/~1api~1v1~1orders/post/requestBody/content/application~1json");
        assertThat(body.at("/schema/$ref").stringValue()).isEqualTo("#/components/schemas/Order");
        assertThat(body.get("examples").propertyNames()).contains("consumer", "business", "everything");
        assertThat(described
                        .at("/components/schemas/Order/properties/lines/maxItems")
                        .intValue())
                .isEqualTo(PushOrders.MAX_LINES);
    }

    @Test
    void showsThePageToTryItOut() {
        assertThat(mvc.get().uri("/swagger-ui/index.html").exchange()).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"consumer", "business", "everything"})
    void givesExamplesThatAreTaken(String example) throws IOException {
        PushedOrder read = push.parse(Given.shop(), resource(example + ".json"));

        assertThat(read).isInstanceOf(PushedOrder.Parsed.class);
    }

    @Test
    void describesEveryFieldThereIs() throws IOException {
        JsonNode schema = json.readTree(resource("order.schema.json"));
        JsonNode everything = json.readTree(resource("everything.json"));
        JsonNode business = json.readTree(resource("business.json"));
        Set<String> described = new TreeSet<>();
        collectProperties(schema, "", described);
        Set<String> used = new TreeSet<>();
        collectFields(everything, "", used);
        collectFields(business, "", used);

        assertThat(used).isEqualTo(described);
    }

    private static void collectProperties(JsonNode schema, String path, Set<String> names) {
        JsonNode items = schema.get("items");
        if (items != null) {
            collectProperties(items, path, names);
        }
        JsonNode properties = schema.get("properties");
        if (properties != null) {
            properties.forEachEntry((name, inner) -> {
                names.add(path + "/" + name);
                collectProperties(inner, path + "/" + name, names);
            });
        }
    }

    private static void collectFields(JsonNode node, String path, Set<String> names) {
        if (node.isArray()) {
            node.values().forEach(element -> collectFields(element, path, names));
        }
        node.forEachEntry((name, inner) -> {
            names.add(path + "/" + name);
            collectFields(inner, path + "/" + name, names);
        });
    }

    private static String body(MvcTestResult result) throws IOException {
        assertThat(result).hasStatus(200);
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(OpenApi.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }
}
