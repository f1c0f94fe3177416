package dk.ordrebro.web.orders;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.MayHandle;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.Who;
import dk.ordrebro.intake.refund.OpenRefund;
import dk.ordrebro.intake.refund.OpenRefunds;
import dk.ordrebro.intake.refund.RefundAnswer;
import dk.ordrebro.order.NotHandleable;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.web.Said;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The answer to what money was paid back for. */
@Controller
@MayHandle
class RefundButtons {

    private static final String BACK = "redirect:/orders/{id}";

    private final OpenRefunds refunds;

    RefundButtons(OpenRefunds refunds) {
        this.refunds = refunds;
    }

    @PostMapping("/orders/{id}/refunds/{refund}")
    String answer(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OrderId id,
            @PathVariable UUID refund,
            @RequestParam(name = "for", defaultValue = "") String what,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        OpenRefund asked = orElse404(
                refunds.find(me.company(), refund).filter(one -> one.order().equals(id)));
        if (what.equals("GOODWILL") && !account.matches("\\d{1,9}")) {
            Said.bad(next, "refund.account-missing");
            return BACK;
        }
        Optional<RefundAnswer> answer = RefundAnswer.read(what.equals("GOODWILL") ? what + " " + account : what);
        if (answer.isEmpty()) {
            Said.bad(next, "refund.choose");
            return BACK;
        }
        boolean nothing = answer.get() instanceof RefundAnswer.Nothing;
        if (nothing && why.isBlank()) {
            Said.bad(next, "refund.why-missing");
            return BACK;
        }
        try {
            if (!refunds.answer(me.company(), asked.id(), answer.get(), why, Who.current())) {
                Said.bad(next, "refund.gone");
            } else {
                Said.good(next, nothing ? "refund.left" : "refund.done");
            }
        } catch (NotHandleable refused) {
            Said.bad(next, "refund.impossible");
        }
        return BACK;
    }
}
