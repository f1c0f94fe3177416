package dk.ordrebro.web.orders;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.MayHandle;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.NotHandleable;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.Orders;
import dk.ordrebro.web.NotHere;
import dk.ordrebro.web.Said;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What can be done to one order: deliver it or a part of it, undo a delivery, take back what a customer returned. */
@Controller
@RequestMapping("/orders/{id}")
@MayHandle
class OrderButtons {

    private static final String BACK = "redirect:/orders/{id}";

    private final Orders orders;
    private final Handling handling;
    private final InstantSource clock;

    OrderButtons(Orders orders, Handling handling, InstantSource clock) {
        this.orders = orders;
        this.handling = handling;
        this.clock = clock;
    }

    @PostMapping("/handle")
    String handle(@AuthenticationPrincipal SignedIn me, @PathVariable OrderId id, RedirectAttributes next) {
        mustBeOurs(me.company(), id);
        var whole = new Handling.Whole(id, clock.instant(), null);
        int made = handling.handleAll(me.company(), List.of(whole)).size();
        Said.good(next, made == 0 ? "order.nothing-left" : "order.handled");
        return BACK;
    }

    /** The form has the keys of the lines and the quantities typed, in the same order. */
    @PostMapping("/handle-part")
    String handlePart(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OrderId id,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next) {
        mustBeOurs(me.company(), id);
        Optional<Map<String, BigDecimal>> quantities = quantities(form);
        if (quantities.isEmpty()) {
            Said.bad(next, "order.not-a-number");
            return BACK;
        }
        try {
            handling.handle(me.company(), id, quantities.get(), clock.instant(), null);
            Said.good(next, "order.handled");
        } catch (NotHandleable refused) {
            Said.bad(next, "order.not-handleable");
        }
        return BACK;
    }

    @PostMapping("/deliveries/{delivery}/undo")
    String undo(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OrderId id,
            @PathVariable FulfillmentId delivery,
            RedirectAttributes next) {
        mustBeOurs(me.company(), id, delivery);
        try {
            handling.undo(me.company(), delivery, clock.instant());
            Said.good(next, "order.undone");
        } catch (NotHandleable refused) {
            Said.bad(next, "order.not-undoable");
        }
        return BACK;
    }

    /** The form is like that of a part that is delivered. */
    @PostMapping("/deliveries/{delivery}/return")
    String takeBack(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OrderId id,
            @PathVariable FulfillmentId delivery,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next) {
        mustBeOurs(me.company(), id, delivery);
        Optional<Map<String, BigDecimal>> quantities = quantities(form);
        if (quantities.isEmpty()) {
            Said.bad(next, "order.not-a-number");
            return BACK;
        }
        try {
            handling.takeBack(me.company(), delivery, quantities.get(), clock.instant(), null);
            Said.good(next, "order.taken-back");
        } catch (NotHandleable refused) {
            Said.bad(next, "order.not-returnable");
        }
        return BACK;
    }

    /** What was typed, by line; empty when something is no number. */
    private static Optional<Map<String, BigDecimal>> quantities(MultiValueMap<String, String> form) {
        List<String> keys = form.getOrDefault("line", List.of());
        List<String> typed = form.getOrDefault("quantity", List.of());
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

    private void mustBeOurs(CompanyId company, OrderId id) {
        if (orders.find(company, id).isEmpty()) {
            throw new NotHere();
        }
    }

    private void mustBeOurs(CompanyId company, OrderId id, FulfillmentId delivery) {
        List<Fulfillment> ours = orders.fulfillments(company, id);
        if (ours.stream().noneMatch(one -> one.id().equals(delivery) && !one.isReturn())) {
            throw new NotHere();
        }
    }
}
