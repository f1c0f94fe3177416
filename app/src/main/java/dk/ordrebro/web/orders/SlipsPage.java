package dk.ordrebro.web.orders;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.StoredOrder;
import dk.ordrebro.order.bulk.BulkItem;
import dk.ordrebro.order.bulk.BulkJobId;
import dk.ordrebro.order.bulk.BulkJobs;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Packing slips to print: of an order, or of everything a bulk job handled. */
@Controller
class SlipsPage {

    private static final int SLIPS = 100;

    private final Orders orders;
    private final OrderIntegrations shops;
    private final BulkJobs jobs;

    SlipsPage(Orders orders, OrderIntegrations shops, BulkJobs jobs) {
        this.orders = orders;
        this.shops = shops;
        this.jobs = jobs;
    }

    /** Of one delivery; without one, of what is left, or else of the latest delivery. */
    @GetMapping("/orders/{id}/slip")
    String one(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OrderId id,
            @RequestParam Optional<Integer> delivery,
            Model page) {
        StoredOrder stored = orElse404(orders.find(me.company(), id));
        List<Fulfillment> all = orders.fulfillments(me.company(), id);
        String shop = shop(me.company(), stored.order().key().integration());
        List<Fulfillment> deliveries =
                all.stream().filter(one -> !one.isReturn()).toList();
        Slip rest = Slip.ofRest(stored, all, shop);
        Slip slip = delivery.isEmpty() && (!rest.lines().isEmpty() || deliveries.isEmpty())
                ? rest
                : Slip.of(stored, wanted(deliveries, delivery.orElse(null)), all, shop);
        page.addAttribute("slips", List.of(slip));
        page.addAttribute("back", "/orders/" + id);
        page.addAttribute("more", null);
        return "orders/slips";
    }

    private static Fulfillment wanted(List<Fulfillment> deliveries, @Nullable Integer number) {
        return number == null
                ? deliveries.getLast()
                : orElse404(deliveries.stream()
                        .filter(one -> one.number() == number)
                        .findFirst());
    }

    /** Of the deliveries a job made, so many at a time as a printer takes. */
    @GetMapping("/orders/bulk/{id}/slips")
    String many(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable BulkJobId id,
            @RequestParam(defaultValue = "0") int after,
            Model page) {
        orElse404(jobs.find(me.company(), id));
        List<BulkItem> items = jobs.items(me.company(), id, BulkItem.State.HANDLED, after, SLIPS + 1);
        page.addAttribute(
                "slips",
                items.stream()
                        .limit(SLIPS)
                        .flatMap(item -> slip(me.company(), item))
                        .toList());
        page.addAttribute("back", "/orders/bulk/" + id);
        page.addAttribute("more", items.size() > SLIPS ? items.get(SLIPS - 1).position() : null);
        return "orders/slips";
    }

    private Stream<Slip> slip(CompanyId company, BulkItem item) {
        List<Fulfillment> all = orders.fulfillments(company, item.order());
        return orders.find(company, item.order()).stream()
                .flatMap(stored -> all.stream()
                        .filter(one -> one.id().equals(item.fulfillment()) && !one.isReturn())
                        .map(one -> Slip.of(
                                stored,
                                one,
                                all,
                                shop(company, stored.order().key().integration()))));
    }

    private String shop(CompanyId company, OrderIntegrationId id) {
        return shops.find(company, id).map(OrderIntegration::name).orElse("");
    }
}
