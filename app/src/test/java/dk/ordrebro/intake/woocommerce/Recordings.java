package dk.ordrebro.intake.woocommerce;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.intake.Published;
import dk.ordrebro.intake.ShopContext;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.integration.ShopConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Recordings of a WooCommerce shop. */
final class Recordings {

    private static final Plugins PLUGINS = Plugins.bundled();

    private Recordings() {}

    static String text(String name) {
        try (InputStream file = Objects.requireNonNull(Recordings.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String publicText(String name) {
        try {
            return Files.readString(Published.order("woocommerce", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode order(String name) {
        return (ObjectNode) Json.MAPPER.readTree(text(name + ".json"));
    }

    static Translation translate(JsonNode order, JsonNode... refunds) {
        return translate(Map.of(), order, refunds);
    }

    static Translation translate(Map<String, String> settings, JsonNode order, JsonNode... refunds) {
        return new OrderTranslation(shop(settings), order, List.of(refunds), PLUGINS).translate();
    }

    private static ShopContext shop(Map<String, String> settings) {
        CompanyId company = Given.COMPANY;
        OrderIntegration integration = new OrderIntegration(
                company,
                Given.SHOP_ID,
                "Woo",
                OrderPlatform.WOOCOMMERCE,
                "woo",
                null,
                FreightRule.FIRST,
                ContactMode.PER_CUSTOMER,
                ProductMode.PER_TEMPLATE,
                false,
                true);
        return new ShopContext(integration, new ShopConnection(company, Given.SHOP_ID, settings, Map.of(), Map.of()));
    }
}
