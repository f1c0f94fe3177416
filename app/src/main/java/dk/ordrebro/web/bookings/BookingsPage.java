package dk.ordrebro.web.bookings;

import dk.ordrebro.access.SignedIn;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingFilter;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.totals.DailyTotals;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of bookings. */
@Controller
class BookingsPage {

    private static final int PAGE = 50;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 1, 1);

    private final Bookings bookings;
    private final OrderIntegrations shops;
    private final DailyTotals totals;

    BookingsPage(Bookings bookings, OrderIntegrations shops, DailyTotals totals) {
        this.bookings = bookings;
        this.shops = shops;
        this.totals = totals;
    }

    @GetMapping("/bookings")
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam Optional<BookingState> state,
            @RequestParam Optional<Standing> standing,
            @RequestParam Optional<OrderIntegrationId> shop,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> through,
            @RequestParam(defaultValue = "") String number,
            @RequestParam Optional<BookingId> before,
            Model page) {
        boolean period = from.isPresent() || through.isPresent();
        BookingFilter filter = new BookingFilter(
                state.orElse(null),
                shop.orElse(null),
                period ? from.orElse(EARLIEST) : null,
                period ? through.orElse(LATEST) : null,
                number.strip(),
                standing.orElse(null));
        List<Booking> found = bookings.page(me.company(), filter, before, PAGE + 1);
        page.addAttribute("bookings", found.stream().limit(PAGE).toList());
        page.addAttribute("more", found.size() > PAGE ? found.get(PAGE - 1).id() : null);
        page.addAttribute("first", before.isEmpty());
        page.addAttribute("filter", filter);
        page.addAttribute("from", from.orElse(null));
        page.addAttribute("through", through.orElse(null));
        page.addAttribute("draftPile", totals.pile(me.company(), Standing.DRAFT));
        page.addAttribute("states", BookingState.values());
        page.addAttribute(
                "shops",
                shops.all(me.company()).stream()
                        .collect(Collectors.toMap(OrderIntegration::id, OrderIntegration::name)));
        return "bookings/list";
    }
}
