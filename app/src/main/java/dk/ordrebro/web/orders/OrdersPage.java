package dk.ordrebro.web.orders;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.Stage;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.list.ListedOrder;
import dk.ordrebro.order.list.OrderList;
import dk.ordrebro.order.list.OrderView;
import dk.ordrebro.order.list.OrderViews;
import dk.ordrebro.order.list.Place;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of orders: searched, filtered, and chosen from. */
@Controller
class OrdersPage {

    private static final int PAGE = 50;

    /** What needs a person's eye first. */
    private static final Comparator<Stage> URGENCY = Comparator.comparing(stage -> switch (stage) {
        case GONE -> 0;
        case HELD -> 1;
        case SUSPECT -> 2;
        case SENDING, WAITING -> 3;
        case DRAFT -> 4;
        case APPROVED, VOIDED -> 5;
        case SKIPPED, TAKEN_BACK -> 6;
    });

    private final OrderList list;
    private final OrderViews views;
    private final OrderIntegrations shops;
    private final Bookings bookings;
    private final Ids ids;
    private final CountryNames countryNames;

    OrdersPage(
            OrderList list,
            OrderViews views,
            OrderIntegrations shops,
            Bookings bookings,
            Ids ids,
            CountryNames countryNames) {
        this.list = list;
        this.views = views;
        this.shops = shops;
        this.bookings = bookings;
        this.ids = ids;
        this.countryNames = countryNames;
    }

    /** A page of the list is found by where its neighbour ends, so that the millionth order is as near as the first. */
    @GetMapping("/orders")
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam MultiValueMap<String, String> params,
            @RequestParam Optional<Place> older,
            @RequestParam Optional<Place> newer,
            Model page) {
        ListForm form = ListForm.of(params);
        show(me, form, find(me.company(), form, older, newer), page);
        page.addAttribute("held", false);
        return "orders/list";
    }

    private void show(SignedIn me, ListForm form, OrderList.Page found, Model page) {
        page.addAttribute("form", form);
        page.addAttribute("found", found);
        page.addAttribute("booked", booked(me.company(), found.orders()));
        page.addAttribute("shops", names(me.company()));
        page.addAttribute("countries", countryNames.sorted(list.countries(me.company())));
        page.addAttribute("payments", list.payments(me.company()));
        page.addAttribute("currencies", list.foreignCurrencies(me.company()));
        page.addAttribute("views", views(me));
        page.addAttribute("toHandle", ListForm.TO_HANDLE);
        page.addAttribute("job", ids.next());
    }

    /** The orders whose bookings wait for a person, those held last first: found by their bookings, so no other filter narrows them. */
    @GetMapping(value = "/orders", params = "booked=HELD")
    String held(@AuthenticationPrincipal SignedIn me, @RequestParam Optional<BookingId> before, Model page) {
        List<Booking> held = bookings.page(me.company(), Optional.of(BookingState.HELD), before, PAGE + 1);
        List<OrderId> some =
                held.stream().limit(PAGE).map(Booking::order).distinct().toList();
        show(me, ListForm.ALL, new OrderList.Page(list.of(me.company(), some), null, null, false), page);
        page.addAttribute("held", true);
        page.addAttribute("heldFirst", before.isEmpty());
        page.addAttribute("heldMore", held.size() > PAGE ? held.get(PAGE - 1).id() : null);
        return "orders/list";
    }

    private OrderList.Page find(CompanyId company, ListForm form, Optional<Place> older, Optional<Place> newer) {
        if (older.isPresent()) {
            return list.after(company, form.filter(), form.sort(), older.get(), PAGE);
        }
        return newer.map(before -> list.before(company, form.filter(), form.sort(), before, PAGE))
                .orElseGet(() -> list.first(company, form.filter(), form.sort(), PAGE));
    }

    /** Of each order that has been handled, the booking that most needs an eye. */
    private Map<OrderId, Stage> booked(CompanyId company, List<ListedOrder> orders) {
        Map<OrderId, Stage> booked = new LinkedHashMap<>();
        Map<OrderId, Set<Stage>> stages =
                bookings.stages(company, orders.stream().map(ListedOrder::id).toList());
        stages.forEach((order, all) -> all.stream().min(URGENCY).ifPresent(stage -> booked.put(order, stage)));
        return booked;
    }

    private Map<OrderIntegrationId, String> names(CompanyId company) {
        Map<OrderIntegrationId, String> names = new LinkedHashMap<>();
        shops.all(company).stream()
                .sorted(Comparator.comparing(OrderIntegration::name))
                .forEach(shop -> names.put(shop.id(), shop.name()));
        return names;
    }

    private List<OrderView> views(SignedIn me) {
        return me.user() == null ? List.of() : views.of(me.company(), me.user());
    }
}
