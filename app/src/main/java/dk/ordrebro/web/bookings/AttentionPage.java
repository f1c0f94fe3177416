package dk.ordrebro.web.bookings;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.MayBook;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.web.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What needs attention: held bookings, one row for each problem. */
@Controller
class AttentionPage {

    private static final int PAGE = 50;
    private static final int AT_A_TIME = 500;

    private final Bookings bookings;

    AttentionPage(Bookings bookings) {
        this.bookings = bookings;
    }

    @GetMapping("/attention")
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam Optional<String> reason,
            @RequestParam Optional<BookingId> before,
            Model page) {
        List<Map.Entry<String, Long>> groups = bookings.reasons(me.company(), BookingState.HELD).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .toList();
        page.addAttribute("groups", groups);
        page.addAttribute("reason", reason.orElse(null));
        List<Booking> found = reason.map(code -> bookings.held(me.company(), code, before, PAGE + 1))
                .orElse(List.of());
        page.addAttribute("bookings", found.stream().limit(PAGE).toList());
        page.addAttribute("more", found.size() > PAGE ? found.get(PAGE - 1).id() : null);
        return "bookings/attention";
    }

    /** Lets every booking that is held for one reason be tried again. */
    @PostMapping("/attention/release")
    @MayBook
    String release(@AuthenticationPrincipal SignedIn me, @RequestParam String reason, RedirectAttributes next) {
        Said.good(next, "attention.released", releaseAll(me.company(), reason, me.who()));
        return "redirect:/attention";
    }

    private int releaseAll(CompanyId company, String reason, String who) {
        int released = 0;
        Optional<BookingId> before = Optional.empty();
        List<Booking> held = bookings.held(company, reason, before, AT_A_TIME);
        while (!held.isEmpty()) {
            released += bookings.release(company, held.stream().map(Booking::id).toList(), who);
            // Those that cannot be released stay where they are and must not be met again.
            before = Optional.of(held.getLast().id());
            held = bookings.held(company, reason, before, AT_A_TIME);
        }
        return released;
    }
}
