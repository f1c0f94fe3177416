package dk.ordrebro.intake.round;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.intake.ShopDelivery;
import dk.ordrebro.intake.ShopReturn;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.intake.refund.JdbcOpenRefunds;
import dk.ordrebro.intake.refund.OpenRefund;
import dk.ordrebro.intake.refund.ShopRefund;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.MoneyBack;
import dk.ordrebro.order.NotHandleable;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.Orders;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings our deliveries and returns of an order in step with what its shop tells. Each is known by the shop's key, so hearing it again makes
 * nothing new; what was handled here already is not handled twice.
 */
class Deliveries {

    private final Orders orders;
    private final Handling handling;
    private final JdbcOpenRefunds refunds;
    private final InstantSource clock;

    Deliveries(Orders orders, Handling handling, JdbcOpenRefunds refunds, InstantSource clock) {
        this.refunds = refunds;
        this.orders = orders;
        this.handling = handling;
        this.clock = clock;
    }

    /**
     * Does all of it or nothing.
     *
     * @param bookFrom deliveries before this are left alone
     * @throws NotHandleable when the shop tells of lines the order does not have
     */
    @Transactional
    public void follow(CompanyId company, OrderId order, Translation.Understood told, Instant bookFrom) {
        for (ShopDelivery delivery : told.deliveries()) {
            follow(company, order, told, delivery, bookFrom);
        }
        for (ShopReturn back : told.returns()) {
            takeBack(company, order, told, back);
        }
        askAboutMoney(company, order, told, bookFrom);
    }

    /** Money paid back is asked about where something was invoiced, here or, before the shop was connected, elsewhere. */
    private void askAboutMoney(CompanyId company, OrderId order, Translation.Understood told, Instant bookFrom) {
        List<Fulfillment> made = orders.fulfillments(company, order);
        boolean stands = made.stream().anyMatch(one -> !one.isReturn() && !isTakenBack(one, made));
        boolean soldBefore = made.isEmpty()
                && told.deliveries().stream()
                        .anyMatch(one -> !one.cancelled() && one.handledAt().isBefore(bookFrom));
        if (stands) {
            told.refunds().forEach(refund -> ask(company, order, refund, OpenRefund.Kind.WHAT_FOR));
        } else if (soldBefore) {
            told.refunds().stream()
                    .filter(refund -> !refund.at().isBefore(bookFrom))
                    .forEach(refund -> ask(company, order, refund, OpenRefund.Kind.SOLD_BEFORE));
            told.returns().stream()
                    .filter(back -> !back.at().isBefore(bookFrom))
                    .forEach(back -> ask(company, order, refund(told, back), OpenRefund.Kind.SOLD_BEFORE));
        }
    }

    private void ask(CompanyId company, OrderId order, ShopRefund refund, OpenRefund.Kind kind) {
        orders.find(company, order).ifPresent(stored -> refunds.ask(stored, refund, kind));
    }

    /** What pieces cost, as near as their prices tell: enough for a person to see which refund it is about. */
    private static ShopRefund refund(Translation.Understood told, ShopReturn back) {
        BigDecimal worth = told.order().lines().stream()
                .map(line -> back.amounts()
                        .getOrDefault(
                                line.key(),
                                line.unitPrice().multiply(back.quantities().getOrDefault(line.key(), BigDecimal.ZERO))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new ShopRefund(
                back.shopKey(), back.at(), Money.of(told.order().currency(), worth, RoundingMode.HALF_UP), "");
    }

    private static boolean isTakenBack(Fulfillment delivery, List<Fulfillment> made) {
        return delivery.lines().stream()
                .allMatch(line -> left(delivery, line.lineKey(), made).signum() == 0);
    }

    private void follow(
            CompanyId company, OrderId order, Translation.Understood told, ShopDelivery delivery, Instant bookFrom) {
        List<Fulfillment> made = orders.fulfillments(company, order);
        Optional<Fulfillment> known = withKey(made, delivery.shopKey());
        if (delivery.cancelled()) {
            made.stream()
                    .filter(ours -> !ours.isReturn() && isPartOf(delivery.shopKey(), ours.shopKey()))
                    .filter(ours -> ours.lines().stream()
                            .anyMatch(line -> left(ours, line.lineKey(), made).signum() != 0))
                    .forEach(ours -> handling.undo(company, ours.id(), clock.instant()));
        } else if (known.isEmpty() && !delivery.handledAt().isBefore(bookFrom)) {
            deliver(company, order, told, delivery, made);
        }
    }

    private void deliver(
            CompanyId company,
            OrderId order,
            Translation.Understood told,
            ShopDelivery delivery,
            List<Fulfillment> made) {
        if (delivery.quantities().isEmpty()) {
            handling.handleAll(company, List.of(new Handling.Whole(order, delivery.handledAt(), delivery.shopKey())));
            return;
        }
        Map<String, BigDecimal> part = new LinkedHashMap<>();
        delivery.quantities().forEach((key, asked) -> {
            BigDecimal free = free(told, key, made);
            BigDecimal pieces = asked.abs().min(free.abs()).multiply(BigDecimal.valueOf(asked.signum()));
            if (pieces.signum() != 0) {
                part.put(key, pieces);
            }
        });
        if (!part.isEmpty()) {
            handling.handle(company, order, part, delivery.handledAt(), delivery.shopKey());
        }
    }

    /** What of a line is not delivered yet; all that was asked for where the order does not know the line, which is then refused. */
    private static BigDecimal free(Translation.Understood told, String key, List<Fulfillment> made) {
        BigDecimal ordered = told.order().lines().stream()
                .filter(line -> line.key().equals(key))
                .map(OrderLine::quantity)
                .findFirst()
                .orElse(BigDecimal.valueOf(Long.MAX_VALUE));
        for (Fulfillment one : made) {
            BigDecimal pieces = pieces(one, key);
            if (!one.isReturn()) {
                ordered = ordered.subtract(pieces);
            } else if (one.reopens()) {
                ordered = ordered.add(pieces);
            }
        }
        return ordered;
    }

    /** From the first delivery that has some left, then the next; a key for each. */
    private void takeBack(CompanyId company, OrderId order, Translation.Understood told, ShopReturn back) {
        List<Fulfillment> made = orders.fulfillments(company, order);
        if (withKey(made, back.shopKey()).isPresent()) {
            return;
        }
        Map<String, BigDecimal> open = new LinkedHashMap<>(back.quantities());
        Map<String, BigDecimal> money = new LinkedHashMap<>(back.amounts());
        int number = 1;
        for (Fulfillment delivery : made) {
            if (delivery.isReturn()) {
                continue;
            }
            Map<String, BigDecimal> pieces = pieces(delivery, open, made);
            Map<String, MoneyBack> amounts = amounts(told, delivery, pieces, money, back, made);
            if (!pieces.isEmpty() || !amounts.isEmpty()) {
                String key = number == 1 ? back.shopKey() : back.shopKey() + "#" + number;
                handling.giveBack(company, delivery.id(), pieces, amounts, back.at(), key);
                number++;
            }
        }
    }

    /** As much of what is open as a delivery has left; the rest stays open. */
    private static Map<String, BigDecimal> pieces(
            Fulfillment delivery, Map<String, BigDecimal> open, List<Fulfillment> made) {
        Map<String, BigDecimal> pieces = new LinkedHashMap<>();
        open.replaceAll((key, asked) -> {
            BigDecimal some = asked.min(left(delivery, key, made));
            if (some.signum() > 0) {
                pieces.put(key, some);
                return asked.subtract(some);
            }
            return asked;
        });
        return pieces;
    }

    /**
     * What of the money paid back for a line belongs to a delivery: by its pieces where they come from several deliveries, and all that is open of
     * it to the first delivery that has the line, where no pieces are named.
     */
    private static Map<String, MoneyBack> amounts(
            Translation.Understood told,
            Fulfillment delivery,
            Map<String, BigDecimal> pieces,
            Map<String, BigDecimal> money,
            ShopReturn back,
            List<Fulfillment> made) {
        Map<String, MoneyBack> amounts = new LinkedHashMap<>();
        back.amounts().forEach((key, whole) -> {
            BigDecimal all = back.quantities().getOrDefault(key, BigDecimal.ZERO);
            BigDecimal some = pieces.getOrDefault(key, BigDecimal.ZERO);
            BigDecimal open = money.getOrDefault(key, BigDecimal.ZERO);
            boolean here = all.signum() == 0 ? left(delivery, key, made).signum() > 0 : some.signum() > 0;
            if (here && open.signum() > 0) {
                int decimals = told.order().currency().getDecimalPlaces();
                BigDecimal share = all.compareTo(some) == 0
                        ? open
                        : whole.multiply(some)
                                .divide(all, decimals, RoundingMode.HALF_UP)
                                .min(open);
                if (share.signum() > 0) {
                    amounts.put(key, MoneyBack.of(share));
                    money.put(key, open.subtract(share));
                }
            }
        });
        return amounts;
    }

    private static BigDecimal left(Fulfillment delivery, String key, List<Fulfillment> made) {
        return made.stream()
                .filter(one -> delivery.id().equals(one.returnOf()))
                .map(one -> pieces(one, key))
                .reduce(pieces(delivery, key), BigDecimal::subtract);
    }

    private static BigDecimal pieces(Fulfillment one, String key) {
        return one.lines().stream()
                .filter(line -> line.lineKey().equals(key))
                .map(FulfilledLine::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A shop that tells only that everything is off cancels {@code a/1} and {@code a/2} by {@code a}. */
    private static boolean isPartOf(String cancelled, @Nullable String shopKey) {
        return shopKey != null && (shopKey.equals(cancelled) || shopKey.startsWith(cancelled + "/"));
    }

    private static Optional<Fulfillment> withKey(List<Fulfillment> made, String shopKey) {
        return made.stream().filter(one -> shopKey.equals(one.shopKey())).findFirst();
    }
}
