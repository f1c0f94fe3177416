package dk.ordrebro.web.bookings;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.MayBook;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingKinds;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.HeldBookings;
import dk.ordrebro.booking.totals.DailyTotals;
import dk.ordrebro.booking.totals.Pile;
import dk.ordrebro.booking.totals.ProblemGroup;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.proof.Amounts;
import dk.ordrebro.question.Reason;
import dk.ordrebro.web.Said;
import dk.ordrebro.web.Waits;
import dk.ordrebro.web.waiting.AtTheDoors;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
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

    private static final int LONGEST_REASON = 500;

    private final Bookings bookings;
    private final HeldBookings held;
    private final HeldRows rows;
    private final OtherWaiting others;
    private final DailyTotals totals;
    private final AccountingIntegrations accountings;
    private final AtTheDoors doors;
    private final Waits waits;
    private final InstantSource clock;

    AttentionPage(
            Bookings bookings,
            HeldBookings held,
            HeldRows rows,
            OtherWaiting others,
            DailyTotals totals,
            AccountingIntegrations accountings,
            AtTheDoors doors,
            Waits waits,
            InstantSource clock) {
        this.doors = doors;
        this.waits = waits;
        this.bookings = bookings;
        this.held = held;
        this.rows = rows;
        this.others = others;
        this.totals = totals;
        this.accountings = accountings;
        this.clock = clock;
    }

    /**
     * A problem as the page shows it.
     *
     * @param worth of all it holds
     * @param sample the booking held for it that was asked for, or the latest; null when the last one has just been released
     */
    record Row(
            ProblemGroup group,
            HeldBookings.Worth worth,
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
            @RequestParam Optional<BookingId> booking,
            @RequestParam(defaultValue = "") String q,
            @RequestParam Optional<BookingId> before,
            @RequestParam Optional<Long> watch,
            Model page) {
        CompanyId company = me.company();
        Map<String, HeldBookings.Worth> worth = held.worth(company);
        page.addAttribute(
                "rows",
                totals.problems(company).stream()
                        .map(group -> row(company, group, worth, booking))
                        .toList());
        page.addAttribute("troubles", totals.troubles(company));
        page.addAttribute("gone", totals.pile(company, Standing.GONE));
        page.addAttribute("missing", rows.gone(company, PAGE));
        page.addAttribute("silent", others.silentShops(company));
        page.addAttribute("unread", others.notUnderstood(company));
        page.addAttribute(
                "accountings",
                accountings.all(company).stream()
                        .collect(Collectors.toMap(AccountingIntegration::id, AccountingIntegration::name)));
        AtTheDoors.Waiting elsewhere = doors.of(company, q.strip());
        page.addAttribute("doors", elsewhere);
        page.addAttribute("waits", waits.of(company));
        page.addAttribute(
                "sum",
                sum(
                        worth.getOrDefault("", HeldBookings.Worth.NOTHING),
                        elsewhere,
                        totals.pile(company, Standing.GONE)));
        page.addAttribute("skipped", totals.skipped(company));
        page.addAttribute("now", clock.instant());
        page.addAttribute("reason", reason.orElse(null));
        page.addAttribute("q", q.strip());
        List<HeldRows.HeldRow> found = reason.isPresent() || !q.isBlank()
                ? rows.page(company, reason.orElse(""), q.strip(), before, PAGE + 1)
                : List.of();
        page.addAttribute("bookings", found.stream().limit(PAGE).toList());
        page.addAttribute(
                "more", found.size() > PAGE ? found.get(PAGE - 1).booking().id() : null);
        watch.ifPresent(released -> progress(company, released, page));
        return "bookings/attention";
    }

    /** All that waits, with VAT: money paid back counts with a minus, as credit notes do. */
    private static Amounts sum(HeldBookings.Worth held, AtTheDoors.Waiting elsewhere, Pile gone) {
        return gone.gross().stream()
                .reduce(new Amounts(held.byCurrency()), Amounts::plus, Amounts::plus)
                .plus(new Amounts(elsewhere.editWorth()))
                .minus(new Amounts(elsewhere.refundWorth()))
                .plus(elsewhere.foundWorth().amounts())
                .present();
    }

    private Row row(
            CompanyId company, ProblemGroup group, Map<String, HeldBookings.Worth> worth, Optional<BookingId> chosen) {
        Booking sample = chosen.flatMap(id -> bookings.find(company, id))
                .filter(one -> isHeldFor(one, group.code()))
                .or(() -> bookings.held(company, group.code(), Optional.empty(), 1).stream()
                        .findFirst())
                .orElse(null);
        return new Row(
                group,
                worth.getOrDefault(group.code(), HeldBookings.Worth.NOTHING),
                sample,
                sample == null
                        ? null
                        : BookingKinds.ALL
                                .find(group.code())
                                .map(kind -> Fix.of(kind, sample))
                                .orElse(null));
    }

    private static boolean isHeldFor(Booking booking, String code) {
        return booking.state() == BookingState.HELD
                && booking.reasons().stream().anyMatch(reason -> reason.code().equals(code));
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
        return forAll(company, reason, ids -> bookings.release(company, ids, who));
    }

    /** Does something to all that are held for one reason, some hundreds at a time. */
    private int forAll(CompanyId company, String reason, ToIntFunction<List<BookingId>> deed) {
        int done = 0;
        Optional<BookingId> before = Optional.empty();
        List<Booking> some = bookings.held(company, reason, before, AT_A_TIME);
        while (!some.isEmpty() && done < AT_MOST) {
            done += deed.applyAsInt(some.stream().map(Booking::id).toList());
            // Those that stay as they are must not be met again.
            before = Optional.of(some.getLast().id());
            some = bookings.held(company, reason, before, AT_A_TIME);
        }
        return done;
    }

    /** What a person wants done with what they chose. */
    enum Deed {
        RELEASE,
        SKIP
    }

    /**
     * Tries chosen bookings again, or passes them over.
     *
     * @param chosen none means all that are held for the reason
     */
    @PostMapping("/attention/chosen")
    @MayBook
    String chosen(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = "booking", defaultValue = "") List<BookingId> chosen,
            @RequestParam Deed deed,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        CompanyId company = me.company();
        if (deed == Deed.SKIP && (why.isBlank() || why.length() > LONGEST_REASON)) {
            Said.bad(next, "booking.skip-why");
            return "redirect:/attention";
        }
        ToIntFunction<List<BookingId>> act = switch (deed) {
            case RELEASE -> ids -> bookings.release(company, ids, me.who());
            case SKIP -> ids -> held.skip(company, ids, why.strip(), me.who());
        };
        int done = chosen.isEmpty() ? forAll(company, reason, act) : act.applyAsInt(chosen);
        if (done == 0) {
            Said.bad(next, deed == Deed.SKIP ? "booking.not-skippable" : "attention.none-released");
        } else if (deed == Deed.SKIP) {
            Said.good(next, "attention.skipped-many", done);
        } else {
            next.addAttribute("watch", done);
        }
        return "redirect:/attention";
    }

    /** Takes back that a person passed a booking over. */
    @PostMapping("/attention/resume")
    @MayBook
    String resume(@AuthenticationPrincipal SignedIn me, @RequestParam BookingId booking, RedirectAttributes next) {
        orElse404(bookings.find(me.company(), booking));
        if (held.resume(me.company(), List.of(booking), me.who()) == 1) {
            Said.good(next, "booking.resumed");
        } else {
            Said.bad(next, "booking.not-resumed");
        }
        return "redirect:/bookings/" + booking;
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
