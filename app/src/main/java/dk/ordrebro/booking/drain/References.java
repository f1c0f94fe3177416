package dk.ordrebro.booking.drain;

import dk.ordrebro.accounting.Reference;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.OrderKey;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Makes the reference of a document: shop, the shop's order id and the number of the fulfillment, so that a bookkeeper can read it.
 * Where the order id does not fit the form, a hash of it keeps two orders apart.
 */
final class References {

    private static final int LONGEST_ID = 60;

    private References() {}

    static Reference of(OrderIntegration shop, OrderKey order, Fulfillment fulfillment) {
        return new Reference(shop.shopKey() + ":" + plain(order.shopOrderId()) + ":" + fulfillment.number());
    }

    private static String plain(String shopOrderId) {
        String kept = shopOrderId.replaceAll("[^A-Za-z0-9._-]", "_");
        if (kept.equals(shopOrderId) && kept.length() <= LONGEST_ID) {
            return kept;
        }
        String shortened = kept.length() <= LONGEST_ID ? kept : kept.substring(0, LONGEST_ID);
        return shortened + "-" + DigestUtils.sha256Hex(shopOrderId).substring(0, 16);
    }
}
