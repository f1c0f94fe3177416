package dk.ordrebro.order;

import org.joda.money.Money;

/** Money the customer paid with. It never changes what is invoiced ({@code docs/reference/vat.md} 5.5). */
public record Payment(Kind kind, String title, Money amount) {

    /** How it was paid. */
    public enum Kind {
        GIFT_CARD,
        OTHER
    }
}
