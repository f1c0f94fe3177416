package dk.ordrebro.intake.vendure;

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

    static final String ONE = "query ($id: ID!) { order(id: $id) { ...Whole } }\n" + ORDER;

    static final String CHANGED = """
            query ($since: DateTime!, $seen: [String!]!, $take: Int!) {
              orders(options: {
                filter: { updatedAt: { after: $since }, id: { notIn: $seen }, active: { eq: false } }
                sort: { updatedAt: ASC, id: ASC }
                take: $take
              }) { items { ...Whole } }
            }
            """ + ORDER;

    private VendureQueries() {}
}
