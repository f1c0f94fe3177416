package dk.ordrebro.web.orders;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.MayHandle;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.OrderState;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.StoredOrder;
import dk.ordrebro.web.Said;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of orders. */
@Controller
class OrdersPage {

    private static final int PAGE = 50;

    private final Orders orders;
    private final OrderIntegrations shops;
    private final Handling handling;
    private final InstantSource clock;

    OrdersPage(Orders orders, OrderIntegrations shops, Handling handling, InstantSource clock) {
        this.orders = orders;
        this.shops = shops;
        this.handling = handling;
        this.clock = clock;
    }

    /** A page of the list is found by where the last one ended, so that the millionth order is as near as the first. */
    @GetMapping("/orders")
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam Optional<OrderState> state,
            @RequestParam(defaultValue = "") String number,
            @RequestParam Optional<OrderId> before,
            Model page) {
        List<StoredOrder> found = find(me.company(), state, number.strip(), before);
        page.addAttribute("orders", found.stream().limit(PAGE).toList());
        page.addAttribute("more", found.size() > PAGE ? found.get(PAGE - 1).id() : null);
        page.addAttribute("first", before.isEmpty());
        page.addAttribute("state", state.orElse(null));
        page.addAttribute("number", number.strip());
        page.addAttribute("states", OrderState.values());
        page.addAttribute("shops", names(me.company()));
        return "orders/list";
    }

    private List<StoredOrder> find(
            CompanyId company, Optional<OrderState> state, String number, Optional<OrderId> before) {
        if (!number.isEmpty()) {
            return orders.numbered(company, number, PAGE);
        }
        return state.map(wanted -> orders.page(company, wanted, before, PAGE + 1))
                .orElseGet(() -> orders.page(company, before, PAGE + 1));
    }

    private Map<OrderIntegrationId, String> names(CompanyId company) {
        return shops.all(company).stream().collect(Collectors.toMap(OrderIntegration::id, OrderIntegration::name));
    }

    /** Handles all that is left of the chosen orders. */
    @PostMapping("/orders/handle")
    @MayHandle
    String handle(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "order", required = false) @Nullable List<OrderId> chosen,
            RedirectAttributes next) {
        if (chosen == null || chosen.isEmpty()) {
            Said.bad(next, "orders.none-chosen");
            return "redirect:/orders";
        }
        var now = clock.instant();
        int handled = handling.handleAll(
                        me.company(),
                        chosen.stream()
                                .map(order -> new Handling.Whole(order, now, null))
                                .toList())
                .size();
        Said.good(next, "orders.handled", handled);
        return "redirect:/orders";
    }
}
