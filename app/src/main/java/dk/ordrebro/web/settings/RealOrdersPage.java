package dk.ordrebro.web.settings;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.SignedIn;
import dk.ordrebro.booking.DryRun;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.StoredOrder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The last real orders as they would be booked with the templates as they stand: a look before anything is switched on. */
@Controller
@RequestMapping("/settings/accounting/{id}/preview")
class RealOrdersPage {

    private static final int SHOWN = 20;

    private final AccountingIntegrations accountings;
    private final RecentOrders recent;
    private final Orders orders;
    private final DryRun dryRun;

    RealOrdersPage(AccountingIntegrations accountings, RecentOrders recent, Orders orders, DryRun dryRun) {
        this.accountings = accountings;
        this.recent = recent;
        this.orders = orders;
        this.dryRun = dryRun;
    }

    @GetMapping
    String preview(@AuthenticationPrincipal SignedIn me, @PathVariable AccountingIntegrationId id, Model page) {
        AccountingIntegration accounting = orElse404(accountings.find(me.company(), id));
        page.addAttribute("accounting", accounting);
        page.addAttribute(
                "run",
                RealOrders.of(recent.of(accounting).stream()
                        .limit(SHOWN)
                        .map(stored -> new RealOrders.Line(stored, preview(accounting, stored)))
                        .toList()));
        return "settings/real-orders";
    }

    /** One of them in full. Its shop need not be bound yet. */
    @GetMapping("/{order}")
    String one(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable AccountingIntegrationId id,
            @PathVariable OrderId order,
            Model page) {
        AccountingIntegration accounting = orElse404(accountings.find(me.company(), id));
        StoredOrder stored = orElse404(orders.find(me.company(), order));
        page.addAttribute("accounting", accounting);
        page.addAttribute("stored", stored);
        page.addAttribute("preview", preview(accounting, stored));
        return "settings/real-order";
    }

    private DryRun.Preview preview(AccountingIntegration accounting, StoredOrder stored) {
        return dryRun.preview(accounting.company(), stored.order(), accounting.id());
    }
}
