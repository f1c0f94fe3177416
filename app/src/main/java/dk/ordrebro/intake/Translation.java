package dk.ordrebro.intake;

import dk.ordrebro.intake.refund.ShopRefund;
import dk.ordrebro.order.Order;
import java.util.List;

/** What a shop's own words for an order come to. It tells the state as it is now, so that hearing it late, twice or out of order changes nothing. */
public sealed interface Translation {

    /**
     * The order is clear.
     *
     * @param deliveries what the shop says was delivered; empty for an order that is cancelled or waits
     * @param returns what the shop says came back or was refunded, piece by piece
     * @param refunds money the shop paid back without saying for which pieces
     * @param questions what else of it only a person can decide; the order is kept all the same
     */
    record Understood(
            Order order,
            List<ShopDelivery> deliveries,
            List<ShopReturn> returns,
            List<ShopRefund> refunds,
            List<Reason> questions)
            implements Translation {

        public Understood(
                Order order, List<ShopDelivery> deliveries, List<ShopReturn> returns, List<Reason> questions) {
            this(order, deliveries, returns, List.of(), questions);
        }

        public Understood {
            refunds = List.copyOf(refunds);
            deliveries = List.copyOf(deliveries);
            returns = List.copyOf(returns);
            questions = List.copyOf(questions);
        }
    }

    /**
     * Nothing to keep, and nothing wrong: a cart, an unfinished checkout, a test order.
     *
     * @param why for the log
     */
    record Passed(String why) implements Translation {}

    /** Held with its raw form for a person. Never a guess. */
    record NotUnderstood(List<Reason> reasons) implements Translation {

        public NotUnderstood {
            reasons = List.copyOf(reasons);
        }

        public static NotUnderstood because(ReasonKind code, String... facts) {
            return new NotUnderstood(List.of(Reason.of(code, facts)));
        }
    }
}
