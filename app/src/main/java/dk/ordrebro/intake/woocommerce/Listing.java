package dk.ordrebro.intake.woocommerce;

import java.util.Map;

/** The lists that are read, one after another, for what changed. */
enum Listing {
    /** {@code status=any} leaves the trash out. */
    TRASH("wc/v3/orders", "modified", "trash"),
    /** A refund need not change the order's date. Shops before WooCommerce 9 do not have this list. */
    REFUNDS("wc/v3/refunds", "created", ""),
    ORDERS("wc/v3/orders", "modified", "any");

    final String path;
    final boolean byChange;
    private final String status;

    Listing(String path, String by, String status) {
        this.path = path;
        this.byChange = by.equals("modified");
        this.status = status;
    }

    Map<String, String> filter() {
        return status.isEmpty() ? Map.of() : Map.of("status", status);
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
