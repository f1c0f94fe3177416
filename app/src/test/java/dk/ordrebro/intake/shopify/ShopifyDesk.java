package dk.ordrebro.intake.shopify;

import dk.ordrebro.enrichment.Given;
import dk.ordrebro.intake.ShopContext;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.integration.ShopConnection;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A connected shop for tests without a database. */
final class ShopifyDesk {

    private ShopifyDesk() {}

    static ShopConnection connection(URI uri, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(
                Map.of(ShopifyFields.SHOP, uri.toString(), ShopifyFields.CLIENT_ID, ShopifyStandIn.CLIENT_ID));
        settings.putAll(more);
        return new ShopConnection(
                Given.COMPANY,
                Given.SHOP_ID,
                settings,
                Map.of(ShopifyFields.CLIENT_SECRET, new Secret(ShopifyStandIn.CLIENT_SECRET)),
                Map.of());
    }

    static ShopContext shop(Map<String, String> settings) {
        return shop(FreightRule.FIRST, settings);
    }

    static ShopContext shop(FreightRule freightRule, Map<String, String> settings) {
        OrderIntegration integration = new OrderIntegration(
                Given.COMPANY,
                Given.SHOP_ID,
                "Lab Butik",
                OrderPlatform.SHOPIFY,
                "lab",
                null,
                freightRule,
                ContactMode.PER_CUSTOMER,
                ProductMode.PER_TEMPLATE,
                false,
                true);
        return new ShopContext(integration, connection(URI.create("https://lab-butik.myshopify.com/"), settings));
    }

    /** Reads an order as it stands in Shopify's answer. */
    static Translation translate(JsonNode order) {
        return translate(order, Map.of());
    }

    static Translation translate(JsonNode order, Map<String, String> settings) {
        JsonNode answer = Json.MAPPER
                .createObjectNode()
                .set("data", Json.MAPPER.createObjectNode().set("order", order));
        return ShopifyTranslation.of(shop(settings), answer);
    }
}
