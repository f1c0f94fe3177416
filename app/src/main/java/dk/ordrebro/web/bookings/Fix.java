package dk.ordrebro.web.bookings;

import dk.ordrebro.booking.Booking;
import org.jspecify.annotations.Nullable;

/**
 * Where a problem is mended: one link.
 *
 * @param href a page of ours
 * @param key of the text on the link
 */
record Fix(String href, String key) {

    /** What mends everything held for one reason; null where each order must be looked at. */
    static @Nullable Fix of(String code, Booking sample) {
        return switch (code) {
            case "TEMPLATE_INCOMPLETE",
                    "ACCOUNT_GONE",
                    "RULESET_GONE",
                    "RATE_DISAGREES",
                    "GIFT_CARD_TEMPLATE_MISSING",
                    "ACCOUNT_UNUSABLE",
                    "RULESET_MISSING",
                    "RATE_DIFFERS",
                    "VAT_DIFFERS",
                    "GROSS_DIFFERS" -> accounting(sample, "#templates", "fix.template");
            case "KEY_REFUSED", "COMPANY_CLOSED" -> accounting(sample, "", "fix.key");
            case "MANUAL_NUMBERING", "PERIOD_LOCKED" -> accounting(sample, "", "fix.accounting");
            case "NOT_BOUND", "ORIGINAL_UNKNOWN" ->
                new Fix("/settings/shops/" + sample.shop() + "/bookkeeping", "fix.shop");
            default -> null;
        };
    }

    private static @Nullable Fix accounting(Booking sample, String part, String key) {
        return sample.accounting() == null ? null : new Fix("/settings/accounting/" + sample.accounting() + part, key);
    }
}
