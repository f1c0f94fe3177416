package dk.ordrebro.web.bookings;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.MayBook;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingKinds;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.totals.DailyTotals;
import dk.ordrebro.booking.totals.ProblemGroup;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.question.Reason;
import dk.ordrebro.web.Said;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What needs attention: one row for each problem, with what mends it and another try for all it holds. */
@Controller
class AttentionPage {

    private static final int PAGE = 25;
    private static final int AT_A_TIME = 500;
    /** One press of the button releases no more; the page says how many are left. */
    private static final int AT_MOST = 10_000;

    private final Bookings bookings;
    private final DailyTotals totals;
    private final AccountingIntegrations accountings;
    private final InstantSource clock;

    AttentionPage(Bookings bookings, DailyTotals totals, AccountingIntegrations accountings, InstantSource clock) {
        this.bookings = bookings;
        this.totals = totals;
        this.accountings = accountings;
        this.clock = clock;
    }

    /**
     * A problem as the page shows it.
     *
     * @param sample the latest booking held for it; null when the last one has just been released
     */
    record Row(
            ProblemGroup group,
            @Nullable Booking sample,
            @Nullable Fix fix) {

        /** Why the sample is held, in so far as it is this problem. */
        public @Nullable Reason hold() {
            return sample == null
                    ? null
                    : sample.reasons().stream()
                            .filter(hold -> hold.code().equals(group.code()))
                            .findFirst()
                            .orElse(null);
        }
    }

    @GetMapping("/attention")
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam Optional<String> reason,
            @RequestParam Optional<BookingId> before,
            @RequestParam Optional<Long> watch,
            Model page) {
        CompanyId company = me.company();
        page.addAttribute(
                "rows",
                totals.problems(company).stream()
                        .map(group -> row(company, group))
                        .toList());
        page.addAttribute("troubles", totals.troubles(company));
        page.addAttribute(
                "accountings",
                accountings.all(company).stream()
                        .collect(Collectors.toMap(AccountingIntegration::id, AccountingIntegration::name)));
        page.addAttribute("skipped", totals.skipped(company));
        page.addAttribute("now", clock.instant());
        page.addAttribute("reason", reason.orElse(null));
        List<Booking> found = reason.map(code -> bookings.held(company, code, before, PAGE + 1))
                .orElse(List.of());
        page.addAttribute("bookings", found.stream().limit(PAGE).toList());
        page.addAttribute("more", found.size() > PAGE ? found.get(PAGE - 1).id() : null);
        watch.ifPresent(released -> progress(company, released, page));
        return "bookings/attention";
    }

    private Row row(CompanyId company, ProblemGroup group) {
        Booking sample = bookings.held(company, group.code(), Optional.empty(), 1).stream()
                .findFirst()
                .orElse(null);
        return new Row(
                group,
                sample,
                sample == null
                        ? null
                        : BookingKinds.ALL
                                .find(group.code())
                                .map(kind -> Fix.of(kind, sample))
                                .orElse(null));
    }

    /** How far what was released has come; asks again by itself until all of it is through. */
    @GetMapping("/attention/progress")
    String progress(@AuthenticationPrincipal SignedIn me, @RequestParam long of, Model page) {
        progress(me.company(), of, page);
        return "bookings/progress :: progress";
    }

    private void progress(CompanyId company, long released, Model page) {
        long underway = Math.min(released, totals.tally(company).underway());
        page.addAttribute("released", released);
        page.addAttribute("through", released - underway);
        page.addAttribute("stillHeld", totals.tally(company).held());
    }

    /** Lets every booking that is held for one reason be tried again. */
    @PostMapping("/attention/release")
    @MayBook
    String release(@AuthenticationPrincipal SignedIn me, @RequestParam String reason, RedirectAttributes next) {
        int released = releaseAll(me.company(), reason, me.who());
        if (released == 0) {
            Said.bad(next, "attention.none-released");
            return "redirect:/attention";
        }
        next.addAttribute("watch", released);
        return "redirect:/attention";
    }

    private int releaseAll(CompanyId company, String reason, String who) {
        int released = 0;
        Optional<BookingId> before = Optional.empty();
        List<Booking> held = bookings.held(company, reason, before, AT_A_TIME);
        while (!held.isEmpty() && released < AT_MOST) {
            released += bookings.release(company, held.stream().map(Booking::id).toList(), who);
            // Those that cannot be released stay where they are and must not be met again.
            before = Optional.of(held.getLast().id());
            held = bookings.held(company, reason, before, AT_A_TIME);
        }
        return released;
    }

    /** Asks an accounting program again that turned us away, instead of waiting for the next turn. */
    @PostMapping("/attention/hurry")
    @MayBook
    String hurry(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam AccountingIntegrationId accounting,
            RedirectAttributes next) {
        orElse404(accountings.find(me.company(), accounting));
        int hurried = bookings.hurry(me.company(), accounting, me.who());
        if (hurried == 0) {
            Said.good(next, "attention.hurried-none");
        } else {
            next.addAttribute("watch", hurried);
        }
        return "redirect:/attention";
    }
}
