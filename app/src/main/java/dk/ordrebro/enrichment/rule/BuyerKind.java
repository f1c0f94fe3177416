package dk.ordrebro.enrichment.rule;

import dk.ordrebro.order.Customer;

/** Who buys, as far as VAT between countries asks: one or the other, never both. */
public enum BuyerKind {
    /** A business whose VAT number was checked; without the check a sale is treated as one to a consumer. */
    CHECKED_BUSINESS,
    CONSUMER;

    static BuyerKind of(Customer customer) {
        String number = customer.vatNumber();
        return customer.vatNumberVerified() && number != null && !number.isBlank() ? CHECKED_BUSINESS : CONSUMER;
    }
}
