package dk.ordrebro.web.bookings;

import dk.ordrebro.access.Ids;
import dk.ordrebro.access.MayBook;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.Corrections;
import dk.ordrebro.booking.Corrections.Used;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.bulk.BulkJobId;
import dk.ordrebro.order.bulk.BulkJobs;
import dk.ordrebro.web.Said;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes many documents back at once: those that went to a wrong account since a day, or those chosen in a list. */
@Controller
@RequestMapping("/correct")
class CorrectPage {

    private static final int SHOWN = 20;

    private final Corrections corrections;
    private final Bookings bookings;
    private final BulkJobs jobs;
    private final Ids ids;

    CorrectPage(Corrections corrections, Bookings bookings, BulkJobs jobs, Ids ids) {
        this.corrections = corrections;
        this.bookings = bookings;
        this.jobs = jobs;
        this.ids = ids;
    }

    /** Says how many there are, and what they are worth, before anything is done. */
    @GetMapping
    String ask(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam Optional<Integer> account,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> since,
            Model page) {
        boolean asked = account.isPresent() && since.isPresent();
        List<Used> used = asked
                ? corrections.using(me.company(), new AccountNumber(account.orElseThrow()), since.orElseThrow())
                : List.of();
        page.addAttribute("asked", asked);
        page.addAttribute("account", account.orElse(null));
        page.addAttribute("since", since.orElse(null));
        page.addAttribute("count", used.size());
        page.addAttribute("some", used.stream().limit(SHOWN).map(Used::booking).toList());
        page.addAttribute("sums", sums(used));
        page.addAttribute("job", ids.next());
        return "bookings/correct";
    }

    private static List<Money> sums(List<Used> used) {
        SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
        used.forEach(one -> sums.merge(one.currency(), one.gross(), Money::plus));
        return List.copyOf(sums.values());
    }

    @PostMapping
    @MayBook
    String all(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam BulkJobId job,
            @RequestParam int account,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate since,
            RedirectAttributes next) {
        List<FulfillmentId> deliveries = corrections.using(me.company(), new AccountNumber(account), since).stream()
                .map(one -> one.booking().fulfillment())
                .toList();
        return start(me, job, deliveries, next);
    }

    /** Takes back what was chosen in a list of bookings. */
    @PostMapping("/chosen")
    @MayBook
    String chosen(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam BulkJobId job,
            @RequestParam(name = "booking", required = false) @Nullable List<BookingId> chosen,
            RedirectAttributes next) {
        List<FulfillmentId> deliveries = Optional.ofNullable(chosen).orElse(List.of()).stream()
                .flatMap(id -> bookings.find(me.company(), id).stream())
                .filter(BookingPage::isCreditable)
                .map(Booking::fulfillment)
                .toList();
        return start(me, job, deliveries, next);
    }

    private String start(SignedIn me, BulkJobId job, List<FulfillmentId> deliveries, RedirectAttributes next) {
        if (deliveries.isEmpty()) {
            Said.bad(next, "correct.none");
            return "redirect:/correct";
        }
        jobs.undo(me.company(), job, deliveries, me.who());
        return "redirect:/orders/bulk/" + job;
    }
}
