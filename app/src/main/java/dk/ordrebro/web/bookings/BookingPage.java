package dk.ordrebro.web.bookings;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.access.MayBook;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.Problem;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.activity.Activities;
import dk.ordrebro.booking.Approvals;
import dk.ordrebro.booking.Attempt;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.NotSkippable;
import dk.ordrebro.booking.Remaking;
import dk.ordrebro.booking.Standings;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.NotHandleable;
import dk.ordrebro.web.Said;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One booking: where it stands and why, and what a person can decide about it. */
@Controller
@RequestMapping("/bookings/{id}")
class BookingPage {

    private static final int HISTORY = 50;
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int LONGEST_REASON = 500;

    private final Bookings bookings;
    private final OrderIntegrations shops;
    private final AccountingIntegrations accountings;
    private final AccountingSystems systems;
    private final Handling handling;
    private final Activities activities;
    private final Standings standings;
    private final Approvals approvals;
    private final Remaking remaking;
    private final Ids ids;
    private final InstantSource clock;

    BookingPage(
            Bookings bookings,
            OrderIntegrations shops,
            AccountingIntegrations accountings,
            AccountingSystems systems,
            Handling handling,
            Activities activities,
            Standings standings,
            Approvals approvals,
            Remaking remaking,
            Ids ids,
            InstantSource clock) {
        this.bookings = bookings;
        this.shops = shops;
        this.accountings = accountings;
        this.systems = systems;
        this.handling = handling;
        this.activities = activities;
        this.standings = standings;
        this.approvals = approvals;
        this.remaking = remaking;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable BookingId id, Model page) {
        fate(me.company(), id, page);
        Booking booking = booking(me.company(), id);
        lookAgain(booking);
        page.addAttribute("shop", shops.find(me.company(), booking.shop()).orElse(null));
        page.addAttribute("history", activities.about(me.company(), "booking", id.toString(), HISTORY));
        return "bookings/booking";
    }

    /** What somebody looks at may have been approved or deleted meanwhile: it is read again, soon and not by this page. */
    private void lookAgain(Booking booking) {
        Instant readAt = booking.standingReadAt();
        if (booking.waitsForApproval()
                && (readAt == null || readAt.isBefore(clock.instant().minus(FRESH)))) {
            standings.lookSoon(booking.company(), booking.id());
        }
    }

    /** The part of the page that changes by itself while the booking is under way. */
    @GetMapping("/fate")
    String fate(@AuthenticationPrincipal SignedIn me, @PathVariable BookingId id, Model page) {
        fate(me.company(), id, page);
        return "bookings/fate :: fate";
    }

    private void fate(CompanyId company, BookingId id, Model page) {
        Booking booking = booking(company, id);
        page.addAttribute("booking", booking);
        page.addAttribute("underway", isUnderway(booking));
        List<Attempt> attempts = bookings.attempts(company, id);
        page.addAttribute("attempts", attempts);
        page.addAttribute("answer", Answer.of(booking, attempts));
        page.addAttribute("booked", whether(booking));
        page.addAttribute("fixes", fixes(booking));
        Optional<AccountingIntegration> accounting =
                Optional.ofNullable(booking.accounting()).flatMap(one -> accountings.find(company, one));
        page.addAttribute("accounting", accounting.orElse(null));
        page.addAttribute(
                "inBilly", accounting.flatMap(one -> address(one, booking)).orElse(null));
        page.addAttribute("creditable", isCreditable(booking));
        page.addAttribute("missing", isMissing(booking));
        page.addAttribute("skippable", booking.state() == BookingState.HELD && booking.invoice() == null);
    }

    /** Known without asking only: showing a page asks nobody. */
    private Optional<URI> address(AccountingIntegration accounting, Booking booking) {
        return booking.invoice() == null || !accounting.active()
                ? Optional.empty()
                : systems.open(accounting).page(booking.invoice());
    }

    /** Whether anything was booked, in one word: the first thing a bookkeeper asks. */
    private static String whether(Booking booking) {
        Standing standing = booking.standing();
        if (booking.invoice() != null && standing != null) {
            return standing.name().toLowerCase(Locale.ROOT);
        }
        return booking.state() == BookingState.SUSPECT || booking.state() == BookingState.SENDING
                ? "unknown"
                : "nothing";
    }

    private static List<Fix> fixes(Booking booking) {
        return booking.state() != BookingState.HELD
                ? List.of()
                : booking.reasons().stream()
                        .map(hold -> Fix.of(hold.kind(), booking))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
    }

    private static boolean isUnderway(Booking booking) {
        return switch (booking.state()) {
            case WAITING, SENDING, SUSPECT -> true;
            case HELD, SETTLED, SKIPPED, TAKEN_BACK -> false;
        };
    }

    static boolean isCreditable(Booking booking) {
        Standing standing = booking.standing();
        return booking.state() == BookingState.SETTLED
                && booking.type() == DocumentType.INVOICE
                && standing != null
                && standing.isLive();
    }

    /** Whether its document was made and is not there any more, or does not count. */
    private static boolean isMissing(Booking booking) {
        Standing standing = booking.standing();
        boolean decidable = booking.state() == BookingState.SETTLED || booking.state() == BookingState.HELD;
        return decidable && booking.invoice() != null && standing != null && !standing.isLive();
    }

    @PostMapping("/release")
    @MayBook
    String release(@AuthenticationPrincipal SignedIn me, @PathVariable BookingId id, RedirectAttributes next) {
        booking(me.company(), id);
        int released = bookings.release(me.company(), List.of(id), me.who());
        if (released == 1) {
            Said.good(next, "booking.released");
        } else {
            Said.bad(next, "booking.not-released");
        }
        return "redirect:/bookings/{id}";
    }

    @PostMapping("/skip")
    @MayBook
    String skip(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable BookingId id,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        booking(me.company(), id);
        if (why.isBlank() || why.length() > LONGEST_REASON) {
            Said.bad(next, "booking.skip-why");
            return "redirect:/bookings/{id}";
        }
        try {
            bookings.skip(me.company(), id, why.strip(), me.who());
            Said.good(next, "booking.skipped");
        } catch (NotSkippable refused) {
            Said.bad(next, "booking.not-skippable");
        }
        return "redirect:/bookings/{id}";
    }

    /** Reads the document in the accounting program now. */
    @PostMapping("/look")
    @MayBook
    String look(@AuthenticationPrincipal SignedIn me, @PathVariable BookingId id, RedirectAttributes next) {
        booking(me.company(), id);
        Optional<Problem> problem = standings.look(me.company(), List.of(id));
        if (problem.isPresent()) {
            Said.bad(next, "booking.not-looked");
        } else {
            Said.good(next, "booking.looked");
        }
        return "redirect:/bookings/{id}";
    }

    @PostMapping("/approve")
    @MayBook
    String approve(@AuthenticationPrincipal SignedIn me, @PathVariable BookingId id, RedirectAttributes next) {
        booking(me.company(), id);
        if (approvals.approve(me.company(), ids.next(), List.of(id), me.who()) == 1) {
            Said.good(next, "booking.approving");
        } else {
            Said.bad(next, "booking.not-approvable");
        }
        return "redirect:/bookings/{id}";
    }

    /** Makes the document that is gone again, for the same pieces. */
    @PostMapping("/again")
    @MayBook
    String again(@AuthenticationPrincipal SignedIn me, @PathVariable BookingId id, RedirectAttributes next) {
        booking(me.company(), id);
        try {
            BookingId made = remaking.again(me.company(), id, me.who());
            Said.good(next, "booking.made-again");
            return "redirect:/bookings/" + made;
        } catch (NotSkippable refused) {
            Said.bad(next, "booking.not-gone");
            return "redirect:/bookings/{id}";
        }
    }

    /** Lets the document be gone, with a reason. */
    @PostMapping("/accept-gone")
    @MayBook
    String accept(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable BookingId id,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        booking(me.company(), id);
        if (why.isBlank() || why.length() > LONGEST_REASON) {
            Said.bad(next, "booking.skip-why");
            return "redirect:/bookings/{id}";
        }
        try {
            remaking.accept(me.company(), id, why.strip(), me.who());
            Said.good(next, "booking.gone-accepted");
        } catch (NotSkippable refused) {
            Said.bad(next, "booking.not-gone");
        }
        return "redirect:/bookings/{id}";
    }

    /** Takes the whole delivery back, which deletes a draft and makes a credit note of an approved document, and lets the order be handled again. */
    @PostMapping("/credit")
    @MayBook
    String credit(@AuthenticationPrincipal SignedIn me, @PathVariable BookingId id, RedirectAttributes next) {
        Booking booking = booking(me.company(), id);
        if (!isCreditable(booking)) {
            Said.bad(next, "booking.not-creditable");
            return "redirect:/bookings/{id}";
        }
        try {
            handling.undo(me.company(), booking.fulfillment(), clock.instant());
            Said.good(next, "booking.credited");
        } catch (NotHandleable refused) {
            Said.bad(next, "booking.not-creditable");
        }
        return "redirect:/orders/" + booking.order();
    }

    private Booking booking(CompanyId company, BookingId id) {
        return orElse404(bookings.find(company, id));
    }
}
