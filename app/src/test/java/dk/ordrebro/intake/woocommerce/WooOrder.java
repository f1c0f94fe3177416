package dk.ordrebro.intake.woocommerce;

import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Builds an order in WooCommerce's shape; its total is what the lines make unless said. Danish, DKK, 25 %, prices with VAT. */
public final class WooOrder {

    private static final Map<String, Integer> RATES = Map.of("25", 1, "19", 3, "12", 4, "5", 5, "10", 6);

    private final ObjectNode order = Json.MAPPER.createObjectNode();
    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal vat = BigDecimal.ZERO;
    private int line = 100;

    public static WooOrder woo(String id) {
        WooOrder made = new WooOrder();
        made.order
                .put("id", Long.parseLong(id))
                .put("number", id)
                .put("status", "processing")
                .put("currency", "DKK")
                .put("prices_include_tax", true)
                .put("date_created_gmt", "2026-11-23T08:00:00")
                .put("date_modified_gmt", "2026-11-23T08:00:00")
                .putNull("date_completed_gmt")
                .putNull("date_paid_gmt")
                .put("customer_id", 7);
        made.order
                .putObject("billing")
                .put("first_name", "Ida")
                .put("last_name", "Holm")
                .put("company", "")
                .put("address_1", "Bredgade 4")
                .put("address_2", "")
                .put("postcode", "8000")
                .put("city", "Aarhus C")
                .put("country", "DK")
                .put("email", "ida@example.com");
        made.order.putObject("shipping").put("first_name", "").put("country", "");
        for (String list : new String[] {
            "line_items", "shipping_lines", "fee_lines", "coupon_lines", "tax_lines", "refunds", "meta_data"
        }) {
            made.order.putArray(list);
        }
        RATES.forEach((percent, rate) -> made.order
                .withArray("tax_lines")
                .addObject()
                .put("rate_id", rate)
                .put("rate_percent", new BigDecimal(percent))
                .put("compound", percent.equals("10")));
        return made;
    }

    /**
     * Goods without a coupon.
     *
     * @param percent names of rates, joined by +; empty for none
     */
    public WooOrder item(String quantity, String net, String tax, String percent) {
        return item(quantity, net, tax, net, tax, percent);
    }

    public WooOrder item(String quantity, String listed, String listedTax, String net, String tax, String percent) {
        ObjectNode item = add("line_items", net, tax, percent);
        item.put("quantity", new BigDecimal(quantity)).put("subtotal", listed).put("subtotal_tax", listedTax);
        item.put("name", "Vare " + line).put("sku", "SKU-" + line).put("product_id", 11);
        return this;
    }

    public WooOrder freight(String net, String tax, String percent) {
        add("shipping_lines", net, tax, percent).put("method_title", "Pakke");
        return this;
    }

    public WooOrder fee(String name, String net, String tax, String percent) {
        add("fee_lines", net, tax, percent).put("name", name);
        return this;
    }

    private ObjectNode add(String list, String net, String tax, String percent) {
        total = total.add(new BigDecimal(net)).add(new BigDecimal(tax));
        vat = vat.add(new BigDecimal(tax));
        ObjectNode added = order.withArray(list)
                .addObject()
                .put("id", ++line)
                .put("total", net)
                .put("total_tax", tax);
        ArrayNode taxes = added.putArray("taxes");
        if (!percent.isEmpty()) {
            for (String one : percent.split("\\+", -1)) {
                taxes.addObject().put("id", RATES.get(one)).put("total", tax).put("subtotal", tax);
            }
        }
        added.putArray("meta_data");
        return added;
    }

    public WooOrder with(String field, String value) {
        order.put(field, value);
        return this;
    }

    public WooOrder completed(String at) {
        return with("status", "completed").with("date_completed_gmt", at);
    }

    public WooOrder withoutVatInPrices() {
        order.put("prices_include_tax", false);
        return this;
    }

    public WooOrder meta(String key, String value) {
        order.withArray("meta_data").addObject().put("key", key).put("value", value);
        return this;
    }

    public WooOrder total(String text) {
        total = new BigDecimal(text);
        return this;
    }

    public WooOrder vat(String text) {
        vat = new BigDecimal(text);
        return this;
    }

    public WooOrder giftCard(String amount) {
        total = total.subtract(new BigDecimal(amount));
        order.withArray("gift_cards")
                .addObject()
                .put("id", 1)
                .put("code", "SU9F")
                .put("amount", new BigDecimal(amount));
        return this;
    }

    /** The last thing added, to be changed. */
    public ObjectNode last(String list) {
        ArrayNode all = order.withArray(list);
        return (ObjectNode) all.get(all.size() - 1);
    }

    public ObjectNode build() {
        return order.deepCopy().put("total", total.toPlainString()).put("total_tax", vat.toPlainString());
    }

    /** A refund of this amount without anything named. */
    public static ObjectNode refund(String id, String amount) {
        ObjectNode refund = Json.MAPPER.createObjectNode();
        refund.put("id", Integer.parseInt(id))
                .put("amount", amount)
                .put("reason", "Knust")
                .put("date_created_gmt", "2026-11-23T12:00:00");
        refund.putArray("line_items");
        refund.putArray("shipping_lines");
        refund.putArray("fee_lines");
        return refund;
    }

    /** Names a line in a refund. */
    public static ObjectNode naming(ObjectNode refund, String list, int line, String quantity, String net, String tax) {
        ObjectNode part = refund.withArray(list)
                .addObject()
                .put("quantity", new BigDecimal(quantity).negate())
                .put("total", new BigDecimal(net).negate().toPlainString())
                .put("total_tax", new BigDecimal(tax).negate().toPlainString());
        part.putArray("meta_data").addObject().put("key", "_refunded_item_id").put("value", Integer.toString(line));
        return refund;
    }
}
