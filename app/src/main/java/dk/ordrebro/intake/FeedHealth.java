package dk.ordrebro.intake;

import dk.ordrebro.intake.http.ShopUnavailable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a shop's stream of orders does.
 *
 * @param lastWebhook when a proven webhook last came; null for never
 * @param webhooks as last seen in the shop; null when nobody looked yet
 * @param lastPoll when everything had last been read; null for never
 * @param problem what stands in the way now; null when nothing does
 * @param gap the last outage that was caught up; null for none
 * @param bookFrom deliveries the shop dates before this are not booked
 * @param history the import of older orders; null when none was asked for
 */
public record FeedHealth(
        @Nullable Instant lastWebhook,
        @Nullable WebhookState webhooks,
        @Nullable Instant webhooksCheckedAt,
        @Nullable Instant lastPoll,
        @Nullable Trouble problem,
        @Nullable Gap gap,
        Instant bookFrom,
        @Nullable History history) {

    /**
     * The shop cannot be read.
     *
     * @param failures how often in a row
     * @param retryAt when we try again
     */
    public record Trouble(ShopUnavailable.Code code, String detail, int failures, Instant retryAt) {}

    /** Between these moments the shop was not read; what happened in it was read at the end of it. */
    public record Gap(Instant from, Instant until) {}

    /**
     * An import of older orders.
     *
     * @param until orders that changed later are read as they come
     * @param reached how far it is, by the shop's clock
     * @param orders how many were read
     * @param doneAt null while it runs
     */
    public record History(
            Instant from,
            Instant until,
            Instant reached,
            int orders,
            @Nullable Instant doneAt) {}
}
