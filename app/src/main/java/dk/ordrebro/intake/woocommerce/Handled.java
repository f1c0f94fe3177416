package dk.ordrebro.intake.woocommerce;

import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.intake.ShopDelivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What an order's status says of its delivery. WooCommerce knows one, of everything, when the status becomes completed; the date stays when the
 * order is moved back, and is set anew when it is completed again.
 */
final class Handled {

    /** First part of every delivery's key: the order's deliveries are all parts of its completion. */
    static final String KEY = "completed";

    /** Emptying the shop of old orders says nothing about their sale; throwing away what was just completed may. */
    private static final Duration TIDYING = Duration.ofDays(30);

    private static final int KEY_DIGITS = 8;

    private final Status status;
    private final Optional<Instant> completed;
    private final Instant changed;
    private final List<Sold> sold;

    Handled(Status status, Optional<Instant> completed, Instant changed, List<Sold> sold) {
        this.status = status;
        this.completed = completed;
        this.changed = changed;
        this.sold = sold;
    }

    List<ShopDelivery> deliveries() {
        return switch (status) {
            case DELIVERED -> List.of(ShopDelivery.whole(key(), completed.orElse(changed)));
            case REFUNDED, TRASHED ->
                completed.map(at -> ShopDelivery.whole(key(), at)).stream().toList();
            case CANCELLED ->
                completed.map(at -> new ShopDelivery(KEY, at, Map.of(), true)).stream()
                        .toList();
            case WAITING, DRAFT, UNKNOWN -> List.of();
        };
    }

    List<Reason> questions() {
        return switch (status) {
            case WAITING ->
                completed.map(at -> Reason.of(ReasonKind.WOO_MOVED_BACK, at.toString())).stream()
                        .toList();
            case TRASHED ->
                completed
                        .filter(at -> changed.isBefore(at.plus(TIDYING)))
                        .map(at -> Reason.of(ReasonKind.WOO_TRASHED, at.toString()))
                        .stream()
                        .toList();
            case DELIVERED, REFUNDED, CANCELLED, DRAFT, UNKNOWN -> List.of();
        };
    }

    /** Whether there is, or will be, an invoice that refunds belong to. */
    boolean isSoldForGood() {
        return status == Status.DELIVERED
                || status == Status.WAITING
                || (status != Status.CANCELLED && completed.isPresent());
    }

    /**
     * New when the order is completed again and when its lines change: what was added to a completed order is delivered too, and what was
     * delivered before is not delivered twice, because only what is left is.
     */
    private String key() {
        String lines = sold.stream()
                .map(one ->
                        one.key() + "=" + one.quantity().stripTrailingZeros().toPlainString())
                .sorted()
                .collect(Collectors.joining(","));
        String when = completed.map(Instant::toString).orElse("");
        return KEY + "/" + when + "/" + DigestUtils.sha256Hex(lines).substring(0, KEY_DIGITS);
    }
}
