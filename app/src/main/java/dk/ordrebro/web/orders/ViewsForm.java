package dk.ordrebro.web.orders;

import dk.ordrebro.access.Ids;
import dk.ordrebro.access.Permission;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.UserId;
import dk.ordrebro.order.list.OrderView;
import dk.ordrebro.order.list.OrderViews;
import dk.ordrebro.web.NotHere;
import dk.ordrebro.web.Said;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saves filters of the list of orders under a name, and forgets them. Anybody may for themselves; for everybody only who handles orders. */
@Controller
class ViewsForm {

    private static final int LONGEST_NAME = 40;

    private final OrderViews views;
    private final Ids ids;

    ViewsForm(OrderViews views, Ids ids) {
        this.views = views;
        this.ids = ids;
    }

    @PostMapping("/orders/views")
    String save(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String name,
            @RequestParam String query,
            @RequestParam(defaultValue = "false") boolean shared,
            RedirectAttributes next) {
        String called = name.strip();
        ListForm form = ListForm.of(query);
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            Said.bad(next, "views.no-name", LONGEST_NAME);
        } else {
            OrderView view = new OrderView(ids.next(), called, shared && me.may(Permission.HANDLING), form.query());
            tell(views.save(me.company(), person(me), view), called, next);
        }
        return "redirect:/orders" + form.query();
    }

    private static void tell(boolean saved, String name, RedirectAttributes next) {
        if (saved) {
            Said.good(next, "views.saved", name);
        } else {
            Said.bad(next, "views.too-many", OrderViews.MOST);
        }
    }

    @PostMapping("/orders/views/{view}/remove")
    String remove(@AuthenticationPrincipal SignedIn me, @PathVariable UUID view, RedirectAttributes next) {
        OrderView gone = views.of(me.company(), person(me)).stream()
                .filter(one -> one.id().equals(view))
                .filter(one -> !one.shared() || me.may(Permission.HANDLING))
                .findFirst()
                .orElseThrow(NotHere::new);
        views.remove(me.company(), person(me), view);
        Said.good(next, "views.removed", gone.name());
        return "redirect:/orders";
    }

    private static UserId person(SignedIn me) {
        return NotHere.orElse404(Optional.ofNullable(me.user()));
    }
}
