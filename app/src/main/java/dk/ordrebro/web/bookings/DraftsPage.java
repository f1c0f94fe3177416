package dk.ordrebro.web.bookings;

import dk.ordrebro.access.Ids;
import dk.ordrebro.access.MayBook;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.booking.Approvals;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingFilter;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.totals.DailyTotals;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.web.NotHere;
import dk.ordrebro.web.Said;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** Drafts that wait for approval: how many, what they are worth, and approving some or all of them. */
@Controller
@RequestMapping("/drafts")
class DraftsPage {

    private static final int PAGE = 50;

    private final Bookings bookings;
    private final DailyTotals totals;
    private final Approvals approvals;
    private final OrderIntegrations shops;
    private final Ids ids;

    DraftsPage(Bookings bookings, DailyTotals totals, Approvals approvals, OrderIntegrations shops, Ids ids) {
        this.bookings = bookings;
        this.totals = totals;
        this.approvals = approvals;
        this.shops = shops;
        this.ids = ids;
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, @RequestParam Optional<BookingId> before, Model page) {
        List<Booking> found = bookings.page(me.company(), BookingFilter.DRAFTS, before, PAGE + 1);
        page.addAttribute("drafts", found.stream().limit(PAGE).toList());
        page.addAttribute("more", found.size() > PAGE ? found.get(PAGE - 1).id() : null);
        page.addAttribute("first", before.isEmpty());
        page.addAttribute("pile", totals.pile(me.company(), Standing.DRAFT));
        page.addAttribute("approval", ids.next());
        page.addAttribute("job", ids.next());
        page.addAttribute("most", Approvals.MOST);
        page.addAttribute(
                "shops",
                shops.all(me.company()).stream()
                        .collect(Collectors.toMap(OrderIntegration::id, OrderIntegration::name)));
        return "bookings/drafts";
    }

    @PostMapping("/approve")
    @MayBook
    String chosen(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam UUID approval,
            @RequestParam(name = "booking", required = false) @Nullable List<BookingId> chosen,
            RedirectAttributes next) {
        if (chosen == null || chosen.isEmpty()) {
            Said.bad(next, "drafts.none-chosen");
            return "redirect:/drafts";
        }
        return follow(approval, approvals.approve(me.company(), approval, chosen, me.who()), next);
    }

    @PostMapping("/approve-all")
    @MayBook
    String all(@AuthenticationPrincipal SignedIn me, @RequestParam UUID approval, RedirectAttributes next) {
        return follow(approval, approvals.approveAll(me.company(), approval, me.who()), next);
    }

    private static String follow(UUID approval, int asked, RedirectAttributes next) {
        if (asked == 0) {
            Said.bad(next, "drafts.none-left");
            return "redirect:/drafts";
        }
        return "redirect:/drafts/approvals/" + approval;
    }

    @GetMapping("/approvals/{approval}")
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID approval, Model page) {
        progress(me, approval, page);
        return "bookings/approval";
    }

    /** The part that asks again by itself while some are under way. */
    @GetMapping("/approvals/{approval}/progress")
    String progress(@AuthenticationPrincipal SignedIn me, @PathVariable UUID approval, Model page) {
        page.addAttribute("approval", approval);
        page.addAttribute("progress", known(me, approval));
        return "bookings/approval :: progress";
    }

    /** An approval nothing was asked for in is none. */
    private Approvals.Progress known(SignedIn me, UUID approval) {
        Approvals.Progress progress = approvals.progress(me.company(), approval);
        if (progress.all() == 0) {
            throw new NotHere();
        }
        return progress;
    }

    @PostMapping("/approvals/{approval}/stop")
    @MayBook
    String stop(@AuthenticationPrincipal SignedIn me, @PathVariable UUID approval) {
        known(me, approval);
        approvals.stop(me.company(), approval, me.who());
        return "redirect:/drafts/approvals/{approval}";
    }
}
