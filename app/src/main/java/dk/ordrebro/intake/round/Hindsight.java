package dk.ordrebro.intake.round;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.intake.ShopReturn;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.intake.refund.GivingBack;
import dk.ordrebro.order.Orders;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks about a return that was credited and that the shop no longer tells of. Everything else that a shop changes after booking is asked where
 * it is booked, for every door alike.
 */
class Hindsight {

    private final Orders orders;

    Hindsight(Orders orders) {
        this.orders = orders;
    }

    List<Reason> questions(CompanyId company, Orders.Kept kept, Translation.Understood told) {
        return orders.fulfillments(company, kept.id()).stream()
                .filter(one -> one.isReturn() && !one.reopens() && isGone(one.shopKey(), told))
                .map(one -> Reason.of(ReasonKind.RETURN_GONE, String.valueOf(one.shopKey())))
                .toList();
    }

    private static boolean isGone(@Nullable String shopKey, Translation.Understood told) {
        return shopKey != null
                && Stream.concat(
                                told.returns().stream().map(ShopReturn::shopKey),
                                told.refunds().stream().map(refund -> GivingBack.key(refund.shopKey())))
                        .noneMatch(key -> shopKey.equals(key) || shopKey.startsWith(key + "#"));
    }
}
