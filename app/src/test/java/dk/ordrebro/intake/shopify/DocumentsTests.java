package dk.ordrebro.intake.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.SettableClock;
import graphql.parser.Parser;
import graphql.validation.Validator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our questions against the published schema of the pinned version. */
class DocumentsTests {

    private static final Documents DOCUMENTS = new Documents();

    static Set<String> names() {
        return DOCUMENTS.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isValid(String operation) {
        assertThat(new Validator()
                        .validateDocument(
                                AdminSchema.with(wiring -> wiring), Parser.parse(DOCUMENTS.of(operation)), Locale.ROOT))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void costsLessThanTheDearestQuestionShopifyAnswers(String operation) {
        Map<String, Object> variables = new HashMap<>(Map.of("id", "gid://shopify/Order/1", "changed", "x"));
        variables.put("topic", "ORDERS_PAID");
        variables.put("webhook", Map.of());
        try (ShopifyStandIn standIn = new ShopifyStandIn(SettableClock.atNoon())) {
            assertThat(standIn.cost(DOCUMENTS.of(operation), operation, variables))
                    .isBetween(1, 1000);
        }
    }

    @Test
    void asksTheVersionWhoseSchemaIsHere() {
        assertThat(AdminSchema.FILE).isEqualTo("admin-" + ShopifyFields.VERSION + ".graphqls");
        assertThat(names()).contains("Order", "Changed", "Webhooks", "MakeWebhook");
    }
}
