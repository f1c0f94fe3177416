package dk.ordrebro.proof;

import static java.util.Objects.requireNonNull;

import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingChanged;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingsMade;
import dk.ordrebro.enrichment.Worth;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.OrdersReceived;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;

/** Keeps the proof's tables in step with orders and bookings, in the transaction that changes them. */
class Keeping {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private final KeptRows rows;
    private final SumsKept sums;

    Keeping(KeptRows rows, SumsKept sums) {
        this.rows = rows;
        this.sums = sums;
    }

    @EventListener
    void on(OrdersReceived received) {
        received.orders().stream()
                .collect(Collectors.groupingBy(one -> company(one.order()), TreeMap::new, Collectors.toList()))
                .forEach(this::received);
        rows.rates(
                received.orders().stream().map(OrdersReceived.Received::order).toList());
    }

    private void received(UUID company, List<OrdersReceived.Received> told) {
        Map<OrderId, KeptOrder> before = rows.orders(
                company, told.stream().map(OrdersReceived.Received::id).toList());
        List<KeptOrder> after = told.stream()
                .map(one -> kept(one.id(), one.order(), before.get(one.id())))
                .toList();
        rows.write(after);
        sums.moved(of(before.values()), of(after));
    }

    private static UUID company(Order order) {
        return order.key().company().value();
    }

    private static List<Sum> of(Collection<KeptOrder> orders) {
        return orders.stream().flatMap(order -> order.sums().stream()).toList();
    }

    private static KeptOrder kept(OrderId id, Order order, @Nullable KeptOrder before) {
        return new KeptOrder(
                company(order),
                id,
                order.key().integration(),
                order.number(),
                customer(order),
                LocalDate.ofInstant(order.placedAt(), COPENHAGEN),
                order.currency(),
                Worth.of(order).map(Money::getAmount).orElse(null),
                before == null ? BigDecimal.ZERO : before.delivered(),
                before == null ? order.currency() : before.deliveredIn(),
                order.deliverableLines().stream()
                        .map(OrderLine::quantity)
                        .map(BigDecimal::abs)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                before == null ? BigDecimal.ZERO : before.done());
    }

    private static String customer(Order order) {
        String company = order.customer().companyName();
        return company == null || company.isBlank() ? order.customer().name() : company;
    }

    @EventListener
    void on(BookingsMade news) {
        List<BookingsMade.Made> made = news.made();
        if (made.isEmpty()) {
            return;
        }
        Order any = made.getFirst().handled().order();
        Map<OrderId, KeptOrder> before = rows.orders(
                company(any),
                made.stream().map(one -> one.handled().fulfillment().order()).collect(Collectors.toSet()));
        Map<OrderId, KeptOrder> after = new LinkedHashMap<>();
        List<KeptBooking> bookings = new ArrayList<>();
        for (BookingsMade.Made one : made) {
            KeptBooking booking = kept(one);
            bookings.add(booking);
            OrderId order = booking.order();
            KeptOrder was = after.containsKey(order) ? after.get(order) : before.get(order);
            KeptOrder known = was == null ? kept(order, one.handled().order(), null) : was;
            after.put(order, delivered(known, one, booking));
        }
        rows.write(List.copyOf(after.values()));
        rows.insert(bookings);
        sums.moved(of(before.values()), of(after.values()));
        sums.moved(List.of(), bookings.stream().map(KeptBooking::sum).toList());
    }

    private static KeptOrder delivered(KeptOrder order, BookingsMade.Made made, KeptBooking booking) {
        if (booking.part() == Part.RETURN) {
            return order;
        }
        BigDecimal pieces = made.handled().fulfillment().lines().stream()
                .map(line -> line.quantity().abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return order.delivered(
                booking.part() == Part.UNDO ? pieces.negate() : pieces, booking.delivered(), booking.currency());
    }

    private static KeptBooking kept(BookingsMade.Made made) {
        Order order = made.handled().order();
        Fulfillment fulfillment = made.handled().fulfillment();
        AccountingIntegrationId accounting = made.accounting();
        Part part = Part.of(fulfillment, made.type());
        Money told = made.delivered();
        BigDecimal delivered =
                told == null ? null : part.isCredit() ? told.getAmount().negate() : told.getAmount();
        CurrencyUnit currency = told == null ? order.currency() : told.getCurrencyUnit();
        return new KeptBooking(
                company(order),
                made.id(),
                fulfillment.order(),
                made.handled().integration().id(),
                accounting == null ? Sum.NOWHERE : accounting.value(),
                order.number(),
                customer(order),
                LocalDate.ofInstant(order.placedAt(), COPENHAGEN),
                made.day(),
                part,
                accounting == null ? Place.HELD : Place.UNDERWAY,
                currency,
                delivered,
                delivered,
                null,
                part == Part.SALE ? shopVat(order, delivered) : null);
    }

    /** The VAT the shop states, where the delivery is worth the whole order. */
    private static @Nullable BigDecimal shopVat(Order order, @Nullable BigDecimal delivered) {
        Money vat = order.stated().vat();
        Money gross = order.stated().gross();
        return vat != null
                        && gross != null
                        && delivered != null
                        && gross.getAmount().compareTo(delivered) == 0
                ? vat.getAmount()
                : null;
    }

    @EventListener
    void on(BookingChanged changed) {
        changed.changes().stream()
                .map(BookingChanged.Change::booking)
                .collect(Collectors.groupingBy(booking -> booking.company().value(), TreeMap::new, Collectors.toList()))
                .forEach(this::changed);
    }

    private void changed(UUID company, List<Booking> bookings) {
        Map<BookingId, Booking> last =
                bookings.stream().collect(Collectors.toMap(Booking::id, Function.identity(), (one, later) -> later));
        List<KeptBooking> before = rows.bookings(company, last.keySet());
        List<KeptBooking> after = before.stream()
                .map(one -> one.at(requireNonNull(last.get(one.id()))))
                .toList();
        rows.update(after);
        learn(company, before, after);
        sums.moved(
                before.stream().map(KeptBooking::sum).toList(),
                after.stream().map(KeptBooking::sum).toList());
    }

    /** A document tells what was delivered where the shop's words did not; and what is not booked yet is worth what the shop says now. */
    private void learn(UUID company, List<KeptBooking> before, List<KeptBooking> after) {
        List<Learnt> learnt = IntStream.range(0, before.size())
                .mapToObj(i -> new Learnt(before.get(i), after.get(i)))
                .filter(Learnt::isNews)
                .toList();
        if (learnt.isEmpty()) {
            return;
        }
        Map<OrderId, KeptOrder> were = rows.orders(
                company, learnt.stream().map(one -> one.after().order()).collect(Collectors.toSet()));
        Map<OrderId, KeptOrder> are = new LinkedHashMap<>(were);
        learnt.forEach(one -> are.computeIfPresent(one.after().order(), (id, order) -> one.tell(order)));
        rows.write(List.copyOf(are.values()));
        sums.moved(of(were.values()), of(are.values()));
    }

    private record Learnt(KeptBooking before, KeptBooking after) {

        boolean isNews() {
            BigDecimal now = after.delivered();
            BigDecimal was = before.delivered();
            return now != null && after.part() != Part.RETURN && (was == null || was.compareTo(now) != 0);
        }

        KeptOrder tell(KeptOrder order) {
            BigDecimal was = before.delivered();
            KeptOrder without = was == null ? order : order.delivered(BigDecimal.ZERO, was.negate(), before.currency());
            return without.delivered(BigDecimal.ZERO, after.delivered(), after.currency());
        }
    }
}
