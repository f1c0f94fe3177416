package dk.ordrebro.web.settings;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.MayChangeSettings;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.intake.HeldArrival;
import dk.ordrebro.intake.HeldArrivals;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.OrderKey;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.StoredOrder;
import dk.ordrebro.web.NotHere;
import dk.ordrebro.web.Said;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Orders of a shop that could not be understood: the whole list, and one with what the shop sent. */
@Controller
@RequestMapping("/settings/shops/{id}/held")
class HeldArrivalPage {

    private static final int SIZE = 50;

    private final OrderIntegrations shops;
    private final HeldArrivals held;
    private final Orders orders;

    HeldArrivalPage(OrderIntegrations shops, HeldArrivals held, Orders orders) {
        this.orders = orders;
        this.shops = shops;
        this.held = held;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OrderIntegrationId id,
            @RequestParam @Nullable UUID before,
            Model page) {
        List<HeldArrival> some = held.page(me.company(), id, Optional.ofNullable(before), SIZE);
        page.addAttribute("shop", shop(me.company(), id));
        page.addAttribute("held", some);
        page.addAttribute("more", some.size() < SIZE ? null : some.getLast().id());
        return "settings/held-arrivals";
    }

    @GetMapping("/{heldId}")
    String show(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OrderIntegrationId id,
            @PathVariable UUID heldId,
            Model page) {
        page.addAttribute("shop", shop(me.company(), id));
        page.addAttribute("one", find(me.company(), id, heldId));
        page.addAttribute("raw", orElse404(held.raw(me.company(), heldId)).toString());
        page.addAttribute(
                "order",
                orders.find(new OrderKey(
                                me.company(), id, find(me.company(), id, heldId).shopOrderId()))
                        .map(StoredOrder::id)
                        .orElse(null));
        return "settings/held-arrival";
    }

    @PostMapping("/{heldId}/again")
    @MayChangeSettings
    String tryAgain(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OrderIntegrationId id,
            @PathVariable UUID heldId,
            RedirectAttributes next) {
        HeldArrival one = find(me.company(), id, heldId);
        held.tryAgain(me.company(), one.id());
        Said.good(next, "held.again", one.shopOrderId());
        return "redirect:/settings/shops/{id}/held";
    }

    @PostMapping("/{heldId}/settle")
    @MayChangeSettings
    String settle(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OrderIntegrationId id,
            @PathVariable UUID heldId,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        HeldArrival one = find(me.company(), id, heldId);
        if (why.isBlank()) {
            Said.bad(next, "held.why-missing");
            return "redirect:/settings/shops/{id}/held/{heldId}";
        }
        held.settle(me.company(), one.id(), why, me.who());
        Said.good(next, "held.settled", one.shopOrderId());
        return "redirect:/settings/shops/{id}/held";
    }

    private OrderIntegration shop(CompanyId company, OrderIntegrationId id) {
        return orElse404(shops.find(company, id));
    }

    private HeldArrival find(CompanyId company, OrderIntegrationId shop, UUID id) {
        HeldArrival one = orElse404(held.find(company, id));
        if (!one.shop().equals(shop)) {
            throw new NotHere();
        }
        return one;
    }
}
