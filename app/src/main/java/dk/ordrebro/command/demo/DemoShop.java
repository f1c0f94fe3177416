package dk.ordrebro.command.demo;

import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.Order;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The orders of an invented Danish shop for the home. The same count and day always give the same orders, byte for byte.
 * One in {@value #HELD_EVERY} cannot be booked before a person has decided something, each for another reason ({@link HeldOrder}).
 */
public final class DemoShop {

    static final int HELD_EVERY = 32;

    private static final List<HeldOrder> HELD = List.of(HeldOrder.values());
    private static final long SEED = 1849;
    private static final int FIRST_NUMBER = 10_001;
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final LocalTime LAST_ORDER = LocalTime.of(21, 30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(90);

    private DemoShop() {}

    /**
     * Makes orders.
     *
     * @param shop the order integration they belong to
     * @param count how many
     * @param lastDay the day in Copenhagen on which the newest was placed; the others go back from there, about 32 a day
     */
    public static List<Order> orders(OrderIntegration shop, int count, LocalDate lastDay) {
        Random random = new Random(SEED);
        ZonedDateTime last = ZonedDateTime.of(lastDay, LAST_ORDER, COPENHAGEN);
        List<Duration> pauses = IntStream.range(0, count)
                .mapToObj(_ -> Duration.ofSeconds(random.nextLong(LONGEST_PAUSE.toSeconds())))
                .toList();
        Duration whole = pauses.stream().reduce(Duration.ZERO, Duration::plus);
        ZonedDateTime at = last.minus(whole);
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            at = at.plus(pauses.get(i));
            orders.add(order(new Basket(shop, FIRST_NUMBER + i, at.toInstant(), random), i, random));
        }
        return List.copyOf(orders);
    }

    private static Order order(Basket basket, int index, Random random) {
        if (index % HELD_EVERY == HELD_EVERY - 1) {
            return HELD.get(index / HELD_EVERY % HELD.size()).make(basket);
        }
        return Sale.any(random).make(basket);
    }
}
