package dk.ordrebro.web.start;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.order.Orders;
import dk.ordrebro.web.Show;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page. */
@Controller
class StartPage {

    private static final int ATTENTION = 5;

    private final Steps steps;
    private final Bookings bookings;
    private final Orders orders;
    private final AccountingIntegrations accountings;
    private final InstantSource clock;

    StartPage(Steps steps, Bookings bookings, Orders orders, AccountingIntegrations accountings, InstantSource clock) {
        this.steps = steps;
        this.bookings = bookings;
        this.orders = orders;
        this.accountings = accountings;
        this.clock = clock;
    }

    @GetMapping("/")
    String start(@AuthenticationPrincipal SignedIn me, Model page) {
        page.addAttribute("steps", steps.of(me.company()));
        numbers(me.company(), page);
        return "start/start";
    }

    /** The part of the page that changes by itself. */
    @GetMapping("/numbers")
    String numbers(@AuthenticationPrincipal SignedIn me, Model page) {
        numbers(me.company(), page);
        return "start/numbers :: numbers";
    }

    private void numbers(CompanyId company, Model page) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Show.COPENHAGEN);
        page.addAttribute("today", today);
        page.addAttribute("todays", todays(company, today));
        page.addAttribute("ever", Tally.of(bookings.counts(company)));
        page.addAttribute("orders", orders.count(company));
        page.addAttribute(
                "reasons",
                bookings.reasons(company, BookingState.HELD).entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .limit(ATTENTION)
                        .toList());
    }

    private Tally todays(CompanyId company, LocalDate today) {
        return accountings.all(company).stream()
                .map(accounting -> Tally.of(bookings.counts(company, accounting.id(), today)))
                .reduce(Tally.NONE, Tally::plus);
    }
}
