package dk.ordrebro.web.orders;

import dk.ordrebro.access.SignedIn;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.booking.DryRun;
import dk.ordrebro.enrichment.Enrichment;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.StoredOrder;
import dk.ordrebro.question.Reason;
import dk.ordrebro.web.NotHere;
import dk.ordrebro.web.Said;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What would be booked if the chosen orders were handled now: an outcome for each, and sums. Nothing is written. */
@Controller
class SelectionPreview {

    private static final int MOST = 100;

    private final Orders orders;
    private final DryRun dryRun;

    SelectionPreview(Orders orders, DryRun dryRun) {
        this.orders = orders;
        this.dryRun = dryRun;
    }

    /** A form that changes nothing is posted, because so many ids do not fit an address. */
    @PostMapping("/orders/preview")
    String preview(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "order", required = false) @Nullable List<OrderId> chosen,
            @RequestParam(defaultValue = "") String query,
            Model page,
            RedirectAttributes next) {
        if (chosen == null || chosen.isEmpty()) {
            Said.bad(next, "orders.none-chosen");
            return "redirect:/orders" + ListForm.of(query).query();
        }
        List<Foreseen> foreseen = chosen.stream()
                .distinct()
                .limit(MOST)
                .map(id -> orders.find(me.company(), id).orElseThrow(NotHere::new))
                .map(stored -> foresee(me, stored))
                .toList();
        page.addAttribute("foreseen", foreseen);
        page.addAttribute("sent", foreseen.stream().filter(Foreseen::sent).count());
        page.addAttribute("sums", sums(foreseen));
        page.addAttribute("query", ListForm.of(query).query());
        return "orders/preview-selection";
    }

    private Foreseen foresee(SignedIn me, StoredOrder stored) {
        DryRun.Preview preview = dryRun.preview(me.company(), stored.order());
        return preview.wouldSend() && preview.enrichment() instanceof Enrichment.Ready ready
                ? new Foreseen(
                        stored, ready.draft().type(), ready.draft().expected().gross(), List.of())
                : new Foreseen(stored, null, null, preview.hold());
    }

    /** By currency; credit notes count against. */
    private static Map<String, BigDecimal> sums(List<Foreseen> foreseen) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Foreseen one : foreseen) {
            Money gross = one.gross();
            if (gross != null) {
                BigDecimal amount = one.type() == DocumentType.CREDIT_NOTE
                        ? gross.getAmount().negate()
                        : gross.getAmount();
                sums.merge(gross.getCurrencyUnit().getCode(), amount, BigDecimal::add);
            }
        }
        return sums;
    }

    /**
     * What would become of one order.
     *
     * @param type of the document; null when it would be held
     * @param gross of the document; null when it would be held
     */
    record Foreseen(
            StoredOrder stored,
            @Nullable DocumentType type,
            @Nullable Money gross,
            List<Reason> hold) {

        public boolean sent() {
            return type != null;
        }
    }
}
