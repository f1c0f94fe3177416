package dk.ordrebro.web.bookings;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.MayBook;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.activity.Activities;
import dk.ordrebro.booking.Attempt;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.NotSkippable;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.NotHandleable;
import dk.ordrebro.web.Said;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
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
    private static final int LONGEST_REASON = 500;

    private final Bookings bookings;
    private final OrderIntegrations shops;
    private final AccountingIntegrations accountings;
    private final AccountingSystems systems;
    private final Handling handling;
    private final Activities activities;
    private final InstantSource clock;

    BookingPage(
            Bookings bookings,
            OrderIntegrations shops,
            AccountingIntegrations accountings,
            AccountingSystems systems,
            Handling handling,
            Activities activities,
            InstantSource clock) {
        this.bookings = bookings;
        this.shops = shops;
        this.accountings = accountings;
        this.systems = systems;
        this.handling = handling;
        this.activities = activities;
        this.clock = clock;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable BookingId id, Model page) {
        fate(me.company(), id, page);
        Booking booking = booking(me.company(), id);
        page.addAttribute("shop", shops.find(me.company(), booking.shop()).orElse(null));
        page.addAttribute("history", activities.about(me.company(), "booking", id.toString(), HISTORY));
        return "bookings/booking";
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
        if (booking.invoice() != null) {
            return booking.approved() ? "approved" : "draft";
        }
        return booking.state() == BookingState.SUSPECT || booking.state() == BookingState.SENDING
                ? "unknown"
                : "nothing";
    }

    private static List<Fix> fixes(Booking booking) {
        return booking.state() != BookingState.HELD
                ? List.of()
                : booking.reasons().stream()
                        .map(hold -> Fix.of(hold.code(), booking))
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

    private static boolean isCreditable(Booking booking) {
        return booking.state() == BookingState.SETTLED && booking.type() == DocumentType.INVOICE;
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

    /** Takes the whole delivery back, which makes a credit note of its own and lets the order be handled again. */
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
