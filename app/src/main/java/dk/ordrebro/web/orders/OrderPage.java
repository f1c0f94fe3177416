package dk.ordrebro.web.orders;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.MayHandle;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.activity.Activities;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.DryRun;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.NotHandleable;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.StoredOrder;
import dk.ordrebro.web.NotHere;
import dk.ordrebro.web.Said;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One order: what the shop said, what was handled of it, and what became of that. */
@Controller
@RequestMapping("/orders/{id}")
class OrderPage {

    private static final int HISTORY = 50;

    private final Orders orders;
    private final OrderIntegrations shops;
    private final Handling handling;
    private final Bookings bookings;
    private final Activities activities;
    private final DryRun dryRun;
    private final InstantSource clock;

    OrderPage(
            Orders orders,
            OrderIntegrations shops,
            Handling handling,
            Bookings bookings,
            Activities activities,
            DryRun dryRun,
            InstantSource clock) {
        this.orders = orders;
        this.shops = shops;
        this.handling = handling;
        this.bookings = bookings;
        this.activities = activities;
        this.dryRun = dryRun;
        this.clock = clock;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable OrderId id, Model page) {
        StoredOrder stored = stored(me.company(), id);
        List<Fulfillment> fulfillments = orders.fulfillments(me.company(), id);
        List<LineView> lines = LineView.of(stored.order(), fulfillments);
        page.addAttribute("stored", stored);
        page.addAttribute("order", stored.order());
        page.addAttribute(
                "shop", orElse404(shops.find(me.company(), stored.order().key().integration())));
        page.addAttribute("lines", lines);
        page.addAttribute("open", lines.stream().anyMatch(LineView::open));
        page.addAttribute("fulfillments", fulfillments);
        page.addAttribute("titles", titles(stored));
        page.addAttribute("taken", taken(fulfillments));
        page.addAttribute(
                "bookings",
                bookings.ofOrder(me.company(), id).stream()
                        .collect(Collectors.toMap(Booking::fulfillment, Function.identity(), (a, b) -> b)));
        page.addAttribute("history", activities.about(me.company(), "order", id.toString(), HISTORY));
        return "orders/order";
    }

    private static Map<String, String> titles(StoredOrder stored) {
        var titles = new LinkedHashMap<String, String>();
        stored.order().lines().forEach(line -> titles.put(line.key(), line.title()));
        return titles;
    }

    /** The deliveries of which something was taken back. */
    private static List<FulfillmentId> taken(List<Fulfillment> fulfillments) {
        return fulfillments.stream()
                .map(Fulfillment::returnOf)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What would be sent if the whole order were handled now. Nothing is written. */
    @GetMapping("/preview")
    String preview(@AuthenticationPrincipal SignedIn me, @PathVariable OrderId id, Model page) {
        StoredOrder stored = stored(me.company(), id);
        page.addAttribute("stored", stored);
        page.addAttribute("preview", dryRun.preview(me.company(), stored.order()));
        return "orders/preview";
    }

    /** What the shop sent, byte for byte, as text: never as something a browser would run. */
    @GetMapping("/revisions/{revision}")
    ResponseEntity<byte[]> raw(
            @AuthenticationPrincipal SignedIn me, @PathVariable OrderId id, @PathVariable int revision) {
        var raw = orElse404(orders.raw(me.company(), new Orders.OrderRevision(id, revision)));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(raw.bytes());
    }

    @PostMapping("/handle")
    @MayHandle
    String handle(@AuthenticationPrincipal SignedIn me, @PathVariable OrderId id, RedirectAttributes next) {
        stored(me.company(), id);
        var whole = new Handling.Whole(id, clock.instant(), null);
        int made = handling.handleAll(me.company(), List.of(whole)).size();
        Said.good(next, made == 0 ? "order.nothing-left" : "order.handled");
        return "redirect:/orders/{id}";
    }

    /** The form has the keys of the lines and the quantities typed, in the same order. */
    @PostMapping("/handle-part")
    @MayHandle
    String handlePart(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OrderId id,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next) {
        stored(me.company(), id);
        Optional<Map<String, BigDecimal>> quantities =
                quantities(form.getOrDefault("line", List.of()), form.getOrDefault("quantity", List.of()));
        if (quantities.isEmpty()) {
            Said.bad(next, "order.not-a-number");
            return "redirect:/orders/{id}";
        }
        try {
            handling.handle(me.company(), id, quantities.get(), clock.instant(), null);
            Said.good(next, "order.handled");
        } catch (NotHandleable refused) {
            Said.bad(next, "order.not-handleable");
        }
        return "redirect:/orders/{id}";
    }

    private static Optional<Map<String, BigDecimal>> quantities(List<String> keys, List<String> typed) {
        var quantities = new LinkedHashMap<String, BigDecimal>();
        for (int i = 0; i < Math.min(keys.size(), typed.size()); i++) {
            if (typed.get(i).isBlank()) {
                continue;
            }
            Optional<BigDecimal> quantity = Typed.decimal(typed.get(i));
            if (quantity.isEmpty()) {
                return Optional.empty();
            }
            if (quantity.get().signum() != 0) {
                quantities.put(keys.get(i), quantity.get());
            }
        }
        return Optional.of(quantities);
    }

    @PostMapping("/deliveries/{delivery}/undo")
    @MayHandle
    String undo(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OrderId id,
            @PathVariable FulfillmentId delivery,
            RedirectAttributes next) {
        boolean ours = orders.fulfillments(me.company(), id).stream()
                .anyMatch(fulfillment -> fulfillment.id().equals(delivery));
        if (!ours) {
            throw new NotHere();
        }
        try {
            handling.undo(me.company(), delivery, clock.instant());
            Said.good(next, "order.undone");
        } catch (NotHandleable refused) {
            Said.bad(next, "order.not-undoable");
        }
        return "redirect:/orders/{id}";
    }

    private StoredOrder stored(CompanyId company, OrderId id) {
        return orElse404(orders.find(company, id));
    }
}
