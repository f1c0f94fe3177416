package dk.ordrebro.intake.woocommerce;

import java.util.Map;

/** The lists that are read, one after another, for what changed. */
enum Listing {
    /** {@code status=any} leaves the trash out. */
    TRASH("wc/v3/orders", "modified", Map.of("status", "trash")),
    /** A refund need not change the order's date. Shops before WooCommerce 9 do not have this list. */
    REFUNDS("wc/v3/refunds", "created", Map.of()),
    ORDERS("wc/v3/orders", "modified", Map.of("status", "any"));

    final String path;
    final boolean byChange;
    final Map<String, String> filter;

    Listing(String path, String by, Map<String, String> filter) {
        this.path = path;
        this.byChange = by.equals("modified");
        this.filter = filter;
    }

    String after() {
        return byChange ? "modified_after" : "after";
    }

    String before() {
        return byChange ? "modified_before" : "before";
    }

    String orderBy() {
        return byChange ? "modified" : "date";
    }

    String time() {
        return byChange ? "date_modified_gmt" : "date_created_gmt";
    }

    /** Field with the id of the order. */
    String order() {
        return this == REFUNDS ? "parent_id" : "id";
    }
}
