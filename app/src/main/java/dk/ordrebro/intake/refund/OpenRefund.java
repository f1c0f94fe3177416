package dk.ordrebro.intake.refund;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.order.OrderId;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money a shop paid back, for which a person says what it was for; and what was said.
 *
 * @param gross with VAT
 * @param words what the shop wrote beside it; may be empty
 * @param answer null while nobody has answered
 */
public record OpenRefund(
        CompanyId company,
        UUID id,
        OrderId order,
        OrderIntegrationId shop,
        String orderNumber,
        String shopKey,
        Kind kind,
        Instant paidAt,
        Instant askedAt,
        Money gross,
        String words,
        @Nullable Given answer) {

    /** Why it is asked. */
    public enum Kind {
        /** What was it for? */
        WHAT_FOR,
        /** It was paid back for an order that was delivered before the shop was connected, so that its invoice is not ours. */
        SOLD_BEFORE
    }

    /** What was said, by whom and when, in the form {@link RefundAnswer#form()} gives it. */
    public record Given(String answer, String who, String why, Instant at) {}
}
