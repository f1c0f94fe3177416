package dk.ordrebro.order;

/**
 * A discount on the whole order, spread over its lines by value.
 *
 * @param onFreightToo whether freight and fees take part; otherwise only items
 */
public record OrderDiscount(String title, Discount discount, boolean onFreightToo) {}
