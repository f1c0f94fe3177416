package dk.ordrebro.web.orders;

import dk.ordrebro.access.MayHandle;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.Who;
import dk.ordrebro.booking.edit.OrderEdit;
import dk.ordrebro.booking.edit.OrderEdits;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.Orders;
import dk.ordrebro.web.NotHere;
import dk.ordrebro.web.Said;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The answers about an order that its shop changed after it was booked. */
@Controller
@RequestMapping("/orders/{id}/edit")
@MayHandle
class EditButtons {

    private static final String BACK = "redirect:/orders/{id}";

    private final Orders orders;
    private final OrderEdits edits;

    EditButtons(Orders orders, OrderEdits edits) {
        this.orders = orders;
        this.edits = edits;
    }

    @PostMapping("/right")
    String makeRight(@AuthenticationPrincipal SignedIn me, @PathVariable OrderId id, RedirectAttributes next) {
        boolean done = answered(me, id, edit -> edits.makeRight(me.company(), edit, "", Who.current()));
        say(next, done, "edit.made-right");
        return BACK;
    }

    @PostMapping("/leave")
    String leave(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OrderId id,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        mustBeOurs(me, id);
        if (why.isBlank()) {
            Said.bad(next, "edit.leave.why-missing");
            return BACK;
        }
        boolean done = answered(me, id, edit -> edits.leave(me.company(), edit, why, Who.current()));
        say(next, done, "edit.left");
        return BACK;
    }

    private boolean answered(SignedIn me, OrderId id, Predicate<UUID> answer) {
        mustBeOurs(me, id);
        return edits.of(me.company(), id).stream()
                .filter(edit -> edit.answer() == null)
                .map(OrderEdit::id)
                .anyMatch(answer);
    }

    private void mustBeOurs(SignedIn me, OrderId id) {
        if (orders.find(me.company(), id).isEmpty()) {
            throw new NotHere();
        }
    }

    private static void say(RedirectAttributes next, boolean done, String key) {
        if (done) {
            Said.good(next, key);
        } else {
            Said.bad(next, "edit.gone");
        }
    }
}
