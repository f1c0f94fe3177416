package dk.ordrebro.web.orders;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.activity.Activities;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.DryRun;
import dk.ordrebro.booking.edit.OrderEdits;
import dk.ordrebro.intake.OrderSources;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.ShopConnections;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.StoredOrder;
import dk.ordrebro.order.list.OrderList;
import dk.ordrebro.order.list.Place;
import dk.ordrebro.web.Show;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One order: what the shop said, what was handled of it, and what became of that. */
@Controller
@RequestMapping("/orders/{id}")
class OrderPage {

    private static final int HISTORY = 50;
    private static final int REVISIONS = 20;

    private final Orders orders;
    private final OrderList list;
    private final OrderIntegrations shops;
    private final ShopConnections connections;
    private final OrderSources sources;
    private final Bookings bookings;
    private final Activities activities;
    private final DryRun dryRun;
    private final OrderEdits edits;
    private final RefundQuestions refunds;
    private final Revisions revisions;

    OrderPage(
            Orders orders,
            OrderList list,
            OrderIntegrations shops,
            ShopConnections connections,
            OrderSources sources,
            Bookings bookings,
            Activities activities,
            DryRun dryRun,
            OrderEdits edits,
            RefundQuestions refunds,
            Show show) {
        this.orders = orders;
        this.list = list;
        this.shops = shops;
        this.connections = connections;
        this.sources = sources;
        this.bookings = bookings;
        this.activities = activities;
        this.dryRun = dryRun;
        this.edits = edits;
        this.refunds = refunds;
        this.revisions = new Revisions(show);
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OrderId id,
            @RequestParam(defaultValue = "") String of,
            Model page) {
        neighbours(me.company(), id, ListForm.of(of), page);
        StoredOrder stored = live(me.company(), id, page);
        OrderIntegration shop =
                orElse404(shops.find(me.company(), stored.order().key().integration()));
        page.addAttribute("shop", shop);
        page.addAttribute(
                "inShop", inShop(shop, stored.order().key().shopOrderId()).orElse(null));
        page.addAttribute("amounts", OrderAmounts.of(stored.order()));
        page.addAttribute("revisions", revisions.of(told(me.company(), stored)));
        page.addAttribute("edits", edits.of(me.company(), id));
        refunds.show(me.company(), stored.order(), id, page);
        page.addAttribute("history", activities.about(me.company(), "order", id.toString(), HISTORY));
        return "orders/order";
    }

    /** The order in the shop's own administration, where the shop's address is known. */
    private Optional<URI> inShop(OrderIntegration shop, String shopOrderId) {
        return sources.of(shop.platform())
                .flatMap(source -> connections
                        .find(shop.company(), shop.id())
                        .flatMap(connection -> source.page(connection, shopOrderId)));
    }

    /** The orders before and after it in the list it was opened from. */
    private void neighbours(CompanyId company, OrderId id, ListForm form, Model page) {
        Place place = list.place(company, id, form.sort());
        page.addAttribute("form", form);
        page.addAttribute("of", form.query().isEmpty() ? null : form.query());
        page.addAttribute(
                "previous", place == null ? null : list.neighbour(company, form.filter(), form.sort(), place, true));
        page.addAttribute(
                "following", place == null ? null : list.neighbour(company, form.filter(), form.sort(), place, false));
    }

    /** The parts of the page that change by themselves while a booking is under way. */
    @GetMapping("/live")
    String live(@AuthenticationPrincipal SignedIn me, @PathVariable OrderId id, Model page) {
        live(me.company(), id, page);
        return "orders/live :: live";
    }

    private StoredOrder live(CompanyId company, OrderId id, Model page) {
        StoredOrder stored = orElse404(orders.find(company, id));
        List<Fulfillment> fulfillments = orders.fulfillments(company, id);
        List<Booking> booked = bookings.ofOrder(company, id);
        List<LineView> lines = LineView.of(stored.order(), fulfillments, booked);
        page.addAttribute("stored", stored);
        page.addAttribute("order", stored.order());
        page.addAttribute("lines", lines);
        page.addAttribute(
                "discounted", lines.stream().anyMatch(line -> !line.off().isZero()));
        page.addAttribute("open", lines.stream().anyMatch(LineView::open));
        page.addAttribute("deliveries", DeliveryView.of(stored.order(), fulfillments, booked));
        page.addAttribute("underway", booked.stream().anyMatch(OrderPage::isUnderway));
        return stored;
    }

    private static boolean isUnderway(Booking booking) {
        return switch (booking.state()) {
            case WAITING, SENDING, SUSPECT -> true;
            case HELD, SETTLED, SKIPPED, TAKEN_BACK -> false;
        };
    }

    /** The latest revisions, oldest first, with one more to compare the oldest with. */
    private List<StoredOrder> told(CompanyId company, StoredOrder stored) {
        if (stored.revision() == 1) {
            return List.of(stored);
        }
        List<Orders.OrderRevision> wanted = IntStream.rangeClosed(
                        Math.max(1, stored.revision() - REVISIONS), stored.revision())
                .mapToObj(number -> new Orders.OrderRevision(stored.id(), number))
                .toList();
        return orders.revisions(company, wanted).stream()
                .sorted(Comparator.comparingInt(StoredOrder::revision))
                .toList();
    }

    /** What would be sent if the whole order were handled now. Nothing is written. */
    @GetMapping("/preview")
    String preview(@AuthenticationPrincipal SignedIn me, @PathVariable OrderId id, Model page) {
        StoredOrder stored = orElse404(orders.find(me.company(), id));
        page.addAttribute("stored", stored);
        page.addAttribute("preview", dryRun.preview(me.company(), stored.order()));
        return "orders/preview";
    }
}
