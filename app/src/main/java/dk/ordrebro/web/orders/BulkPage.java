package dk.ordrebro.web.orders;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.access.MayHandle;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.bulk.BulkItem;
import dk.ordrebro.order.bulk.BulkJob;
import dk.ordrebro.order.bulk.BulkJobId;
import dk.ordrebro.order.bulk.BulkJobs;
import dk.ordrebro.order.list.ListedOrder;
import dk.ordrebro.order.list.OrderList;
import dk.ordrebro.web.NotHere;
import dk.ordrebro.web.Said;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

/** Handles many orders in one go: what is about to be done, how far it is, and what came of it. */
@Controller
@RequestMapping("/orders/bulk")
class BulkPage {

    private static final int JOBS = 50;
    private static final int ITEMS = 100;

    private final BulkJobs jobs;
    private final OrderList list;
    private final OrderIntegrations shops;
    private final AccountingIntegrations accountings;
    private final Ids ids;

    BulkPage(BulkJobs jobs, OrderList list, OrderIntegrations shops, AccountingIntegrations accountings, Ids ids) {
        this.jobs = jobs;
        this.list = list;
        this.shops = shops;
        this.accountings = accountings;
        this.ids = ids;
    }

    @GetMapping
    String latest(@AuthenticationPrincipal SignedIn me, Model page) {
        page.addAttribute("jobs", jobs.latest(me.company(), JOBS));
        return "orders/bulk-list";
    }

    /** Says how many orders fit the filter and have something left, before anything is done. */
    @GetMapping("/new")
    String ask(@AuthenticationPrincipal SignedIn me, @RequestParam MultiValueMap<String, String> params, Model page) {
        ListForm form = ListForm.of(params);
        OrderList.Page matching = matching(me.company(), form);
        sure(me.company(), matching.orders(), page);
        page.addAttribute("form", form);
        page.addAttribute("more", matching.older() != null);
        page.addAttribute("tooBroad", matching.tooBroad());
        page.addAttribute("job", ids.next());
        return "orders/bulk-new";
    }

    /** What is about to be handled: how many orders, what they come to, and whether their invoices are approved at once. */
    private void sure(CompanyId company, List<ListedOrder> orders, Model page) {
        page.addAttribute("count", orders.size());
        page.addAttribute("sums", sums(orders));
        page.addAttribute("approves", approves(company, orders));
        page.addAttribute("some", orders.stream().limit(5).toList());
        page.addAttribute("most", BulkJobs.MOST);
    }

    private static Map<String, BigDecimal> sums(List<ListedOrder> orders) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        orders.stream()
                .map(ListedOrder::total)
                .filter(Objects::nonNull)
                .forEach(total -> sums.merge(
                        total.amount().getCurrencyUnit().getCode(),
                        total.amount().getAmount(),
                        BigDecimal::add));
        return sums;
    }

    private boolean approves(CompanyId company, List<ListedOrder> orders) {
        Set<OrderIntegrationId> from = orders.stream().map(ListedOrder::shop).collect(Collectors.toSet());
        return shops.all(company).stream()
                .filter(shop -> from.contains(shop.id()))
                .flatMap(shop -> shop.boundTo().stream())
                .distinct()
                .flatMap(accounting -> accountings.find(company, accounting).stream())
                .anyMatch(AccountingIntegration::autoApprove);
    }

    private OrderList.Page matching(CompanyId company, ListForm form) {
        return form.filter().onlyHandled()
                ? new OrderList.Page(List.of(), null, null, false)
                : list.first(company, form.filter().withSomethingLeft(), BulkJobs.MOST);
    }

    /** Handles the orders chosen in the list; asks first where their invoices would be final at once. */
    @PostMapping
    @MayHandle
    String chosen(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam BulkJobId job,
            @RequestParam(name = "order", required = false) @Nullable List<OrderId> chosen,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "false") boolean sure,
            Model page,
            RedirectAttributes next) {
        if (chosen == null || chosen.isEmpty()) {
            Said.bad(next, "orders.none-chosen");
            return "redirect:/orders" + ListForm.of(query).query();
        }
        List<ListedOrder> orders = sure ? List.of() : list.of(me.company(), chosen);
        if (sure || !approves(me.company(), orders)) {
            return start(me, job, chosen);
        }
        sure(me.company(), orders, page);
        page.addAttribute("form", ListForm.of(query));
        page.addAttribute("chosen", chosen);
        page.addAttribute("more", false);
        page.addAttribute("tooBroad", false);
        page.addAttribute("job", job);
        return "orders/bulk-new";
    }

    /** Handles everything that fits a filter and has something left. */
    @PostMapping("/matching")
    @MayHandle
    String matching(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam BulkJobId job,
            @RequestParam String query,
            RedirectAttributes next) {
        ListForm form = ListForm.of(query);
        List<OrderId> all = matching(me.company(), form).orders().stream()
                .map(ListedOrder::id)
                .toList();
        if (all.isEmpty()) {
            Said.bad(next, "bulk.none-left");
            return "redirect:/orders" + form.query();
        }
        return start(me, job, all);
    }

    private String start(SignedIn me, BulkJobId job, List<OrderId> orders) {
        try {
            jobs.handle(me.company(), job, orders, me.who());
        } catch (IllegalArgumentException notOurs) {
            throw new NotHere();
        }
        return "redirect:/orders/bulk/" + job;
    }

    @GetMapping("/{id}")
    String show(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable BulkJobId id,
            @RequestParam(defaultValue = "HANDLED") BulkItem.State state,
            @RequestParam(defaultValue = "0") int after,
            Model page) {
        stands(me, id, page);
        List<BulkItem> items = jobs.items(me.company(), id, state, after, ITEMS + 1);
        page.addAttribute("items", items.stream().limit(ITEMS).toList());
        page.addAttribute("more", items.size() > ITEMS ? items.get(ITEMS - 1).position() : null);
        page.addAttribute("after", after);
        page.addAttribute("itemStates", BulkItem.State.values());
        page.addAttribute("state", state);
        return "orders/bulk";
    }

    /** The part of the page that asks again by itself while the job runs. */
    @GetMapping("/{id}/progress")
    String progress(@AuthenticationPrincipal SignedIn me, @PathVariable BulkJobId id, Model page) {
        stands(me, id, page);
        // the list below stands as it was when the page was loaded
        page.addAttribute("justDone", true);
        return "orders/bulk-progress :: progress";
    }

    private void stands(SignedIn me, BulkJobId id, Model page) {
        BulkJob job = orElse404(jobs.find(me.company(), id));
        page.addAttribute("job", job);
        page.addAttribute("passed", jobs.reasons(me.company(), id, BulkItem.State.PASSED));
        page.addAttribute("failed", jobs.reasons(me.company(), id, BulkItem.State.FAILED));
        page.addAttribute("undoing", jobs.undoing(me.company(), id).orElse(null));
        page.addAttribute("undoId", ids.next());
    }

    @PostMapping("/{id}/stop")
    @MayHandle
    String stop(@AuthenticationPrincipal SignedIn me, @PathVariable BulkJobId id) {
        orElse404(jobs.find(me.company(), id));
        jobs.stop(me.company(), id);
        return "redirect:/orders/bulk/{id}";
    }

    @PostMapping("/{id}/resume")
    @MayHandle
    String resume(@AuthenticationPrincipal SignedIn me, @PathVariable BulkJobId id) {
        orElse404(jobs.find(me.company(), id));
        jobs.resume(me.company(), id);
        return "redirect:/orders/bulk/{id}";
    }

    /** Takes back every delivery the job made. */
    @PostMapping("/{id}/undo")
    @MayHandle
    String undo(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable BulkJobId id,
            @RequestParam BulkJobId job,
            RedirectAttributes next) {
        orElse404(jobs.find(me.company(), id));
        try {
            jobs.undo(me.company(), job, id, me.who());
        } catch (IllegalArgumentException nothing) {
            Said.bad(next, "bulk.nothing-to-undo");
            return "redirect:/orders/bulk/{id}";
        }
        return "redirect:/orders/bulk/" + job;
    }
}
