package dk.ordrebro.intake.vendure;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is asked of Vendure. Amounts are whole minor units. */
final class VendureQueries {

    private static final String ORDER = """
            fragment Whole on Order {
              id code state active type createdAt updatedAt orderPlacedAt currencyCode
              totalQuantity subTotal subTotalWithTax shipping shippingWithTax total totalWithTax
              taxSummary { description taxRate taxBase taxTotal }
              customer { id firstName lastName emailAddress phoneNumber }
              billingAddress { ...Place }
              shippingAddress { ...Place }
              lines {
                id quantity orderPlacedQuantity unitPriceWithTax
                proratedUnitPriceWithTax proratedLinePrice proratedLinePriceWithTax taxRate
                taxLines { description taxRate }
                productVariant { sku name }
              }
              surcharges { id description sku price priceWithTax taxRate }
              shippingLines { id price priceWithTax discountedPrice discountedPriceWithTax shippingMethod { code name } }
              payments {
                id createdAt method amount state
                refunds { id createdAt updatedAt state items shipping adjustment total lines { orderLineId quantity } }
              }
              fulfillments { id createdAt state lines { orderLineId quantity } }
            }
            fragment Place on OrderAddress {
              fullName company streetLine1 streetLine2 city postalCode province country countryCode phoneNumber
            }""";

    static final String WHO =
            "{ activeChannel { code defaultCurrencyCode } orders(options: { take: 1 }) { totalItems } }";

    private static final Pattern CUSTOM = Pattern.compile("(order|customer|address)\\.([_A-Za-z][_0-9A-Za-z]{0,99})");

    private static final String ONE = "query ($id: ID!) { order(id: $id) { ...Whole } }\n" + ORDER;

    private static final String CHANGED = """
            query ($since: DateTime!, $seen: [String!]!, $take: Int!) {
              orders(options: {
                filter: { updatedAt: { after: $since }, id: { notIn: $seen }, active: { eq: false } }
                sort: { updatedAt: ASC, id: ASC }
                take: $take
              }) { items { ...Whole } }
            }
            """ + ORDER;

    private VendureQueries() {}

    /** @param vatField as {@link Fields#VAT_NUMBER} has it; what is no such place is not asked for */
    static String one(String vatField) {
        return with(ONE, vatField);
    }

    static String changed(String vatField) {
        return with(CHANGED, vatField);
    }

    /** Custom fields are asked for by name, and a shop without that field refuses the question: only what its owner named is asked for. */
    private static String with(String query, String vatField) {
        Matcher custom = CUSTOM.matcher(vatField.strip());
        if (!custom.matches()) {
            return query;
        }
        String asked = " customFields { " + custom.group(2) + " }";
        return switch (custom.group(1)) {
            case "order" ->
                query.replace("currencyCode\n  totalQuantity", "currencyCode" + asked + "\n  totalQuantity");
            case "customer" -> query.replace("emailAddress phoneNumber }", "emailAddress phoneNumber" + asked + " }");
            default -> query.replace("countryCode phoneNumber\n", "countryCode phoneNumber" + asked + "\n");
        };
    }

    /** Name of the custom field in {@link Fields#VAT_NUMBER}. */
    static Optional<String> fieldName(String vatField) {
        Matcher custom = CUSTOM.matcher(vatField.strip());
        return custom.matches() ? Optional.of(custom.group(2)) : Optional.empty();
    }
}
