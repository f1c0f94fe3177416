package dk.ordrebro.web.bookings;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.list.BookingList;
import dk.ordrebro.booking.list.BookingListFilter;
import dk.ordrebro.booking.list.BookingPlace;
import dk.ordrebro.booking.list.ListedBooking;
import dk.ordrebro.booking.totals.DailyTotals;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.treatment.VatTreatment;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.list.OrderList;
import dk.ordrebro.web.CsvFile;
import dk.ordrebro.web.Download;
import dk.ordrebro.web.Reasons;
import dk.ordrebro.web.Show;
import dk.ordrebro.web.Words;
import dk.ordrebro.web.orders.CountryNames;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of bookings: searched, filtered, sorted, and summed by account. */
@Controller
class BookingsPage {

    private static final int PAGE = 50;
    private static final int AT_A_TIME = 500;

    private final BookingList list;
    private final OrderList orders;
    private final OrderIntegrations shops;
    private final DailyTotals totals;
    private final CountryNames countries;
    private final Reasons reasons;
    private final Words words;
    private final Show show;
    private final Ids ids;

    BookingsPage(
            BookingList list,
            OrderList orders,
            OrderIntegrations shops,
            DailyTotals totals,
            CountryNames countries,
            Reasons reasons,
            Words words,
            Show show,
            Ids ids) {
        this.list = list;
        this.orders = orders;
        this.shops = shops;
        this.totals = totals;
        this.countries = countries;
        this.reasons = reasons;
        this.words = words;
        this.show = show;
        this.ids = ids;
    }

    @GetMapping("/bookings")
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam MultiValueMap<String, String> params,
            @RequestParam Optional<BookingPlace> after,
            @RequestParam Optional<BookingPlace> before,
            Model page) {
        BookingForm form = BookingForm.of(params);
        CompanyId company = me.company();
        page.addAttribute("form", form);
        page.addAttribute("filter", form.filter());
        page.addAttribute(
                "found",
                before.isPresent()
                        ? list.before(company, form.filter(), form.sort(), before.get(), PAGE)
                        : list.page(company, form.filter(), form.sort(), after.orElse(null), PAGE));
        page.addAttribute("sums", form.filter().books().namesPosting() ? list.sums(company, form.filter()) : null);
        page.addAttribute("job", ids.next());
        page.addAttribute("sinceDay", since(form.filter()));
        page.addAttribute("draftPile", totals.pile(company, Standing.DRAFT));
        page.addAttribute("states", BookingState.values());
        page.addAttribute("standings", Standing.values());
        page.addAttribute("areas", Area.values());
        page.addAttribute("treatments", VatTreatment.values());
        page.addAttribute("accounts", list.accounts(company));
        page.addAttribute("templates", list.templates(company));
        page.addAttribute("countries", countries.sorted(orders.countries(company)));
        page.addAttribute("payments", orders.payments(company));
        page.addAttribute("currencies", orders.foreignCurrencies(company));
        page.addAttribute("shops", names(company));
        return "bookings/list";
    }

    /** The day from which on documents are in the list; null where it goes back for ever. */
    private static @Nullable LocalDate since(BookingListFilter filter) {
        Instant moment = filter.books().since();
        return moment == null ? filter.from() : LocalDate.ofInstant(moment, Show.COPENHAGEN);
    }

    /** The list as a file, filtered and sorted as the page is; page after page goes out, so that it may be longer than memory. */
    @GetMapping("/bookings/bookings.csv")
    void csv(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam MultiValueMap<String, String> params,
            HttpServletResponse answer)
            throws IOException {
        BookingForm form = BookingForm.of(params);
        Map<OrderIntegrationId, String> names = names(me.company());
        Download.begin(answer, "text/csv;charset=UTF-8", words.text("bookings.csv.name") + ".csv");
        try (var file = new CsvFile(answer.getOutputStream())) {
            file.row(Stream.of(
                            "number",
                            "customer",
                            "country",
                            "shop",
                            "day",
                            "document",
                            "invoice",
                            "state",
                            "standing",
                            "payment",
                            "currency",
                            "total",
                            "account",
                            "account-name",
                            "template",
                            "ruleset",
                            "why",
                            "reference")
                    .map(column -> words.text("csv." + column))
                    .toArray(String[]::new));
            @Nullable BookingPlace from = null;
            do {
                BookingList.Page page = list.page(me.company(), form.filter(), form.sort(), from, AT_A_TIME);
                page.bookings().forEach(one -> file.row(row(one, names)));
                from = page.next();
            } while (from != null);
        }
    }

    private String[] row(ListedBooking one, Map<OrderIntegrationId, String> names) {
        Booking booking = one.booking();
        var amount = booking.amount();
        return new String[] {
            booking.orderNumber(),
            one.customer(),
            countries.of(one.country()),
            names.getOrDefault(booking.shop(), ""),
            show.day(booking.day()),
            words.word("document", booking.type()),
            booking.invoiceNumber() == null ? "" : booking.invoiceNumber(),
            words.word("state", booking.stage()),
            booking.standing() == null ? "" : words.word("state", booking.standing()),
            one.payment(),
            amount == null ? "" : amount.getCurrencyUnit().getCode(),
            amount == null ? "" : CsvFile.decimal(amount.getAmount()),
            joined(one.postings().stream().map(ListedBooking.Posting::account)),
            joined(one.postings().stream().map(ListedBooking.Posting::accountName)),
            joined(one.postings().stream()
                    .map(ListedBooking.Posting::template)
                    .filter(name -> !name.isEmpty())
                    .map(reasons::template)),
            joined(one.postings().stream().map(ListedBooking.Posting::ruleset)),
            joined(booking.reasons().stream().map(hold -> words.reasonTitle(hold.code()))),
            booking.reference().value()
        };
    }

    private static String joined(Stream<String> parts) {
        return parts.distinct().collect(Collectors.joining(", "));
    }

    private Map<OrderIntegrationId, String> names(CompanyId company) {
        List<OrderIntegration> all = shops.all(company);
        return all.stream().collect(Collectors.toMap(OrderIntegration::id, OrderIntegration::name));
    }
}
