package dk.ordrebro.web.orders;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.Orders.OrderRevision;
import dk.ordrebro.order.StoredOrder;
import dk.ordrebro.order.list.ListedOrder;
import dk.ordrebro.order.list.OrderList;
import dk.ordrebro.order.list.Place;
import dk.ordrebro.web.CsvFile;
import dk.ordrebro.web.Download;
import dk.ordrebro.web.Show;
import dk.ordrebro.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of orders as a file, filtered and sorted as the page is; page after page goes out, so that it may be longer than memory. */
@Controller
class OrdersCsv {

    private static final int AT_A_TIME = 500;

    private final OrderList list;
    private final Orders orders;
    private final Bookings bookings;
    private final OrderIntegrations shops;
    private final CountryNames countries;
    private final Words words;
    private final Show show;

    OrdersCsv(
            OrderList list,
            Orders orders,
            Bookings bookings,
            OrderIntegrations shops,
            CountryNames countries,
            Words words,
            Show show) {
        this.list = list;
        this.orders = orders;
        this.bookings = bookings;
        this.shops = shops;
        this.countries = countries;
        this.words = words;
        this.show = show;
    }

    @GetMapping("/orders/orders.csv")
    void orders(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam MultiValueMap<String, String> params,
            HttpServletResponse answer)
            throws IOException {
        Download.begin(answer, "text/csv;charset=UTF-8", words.text("orders.csv.name") + ".csv");
        Map<OrderIntegrationId, String> names = names(me.company());
        try (var file = new CsvFile(answer.getOutputStream())) {
            file.row(head(
                    "number",
                    "placed",
                    "customer",
                    "country",
                    "shop",
                    "state",
                    "payment",
                    "currency",
                    "total",
                    "basis"));
            each(me.company(), ListForm.of(params), some -> some.forEach(one -> file.row(row(one, names))));
        }
    }

    private String[] row(ListedOrder one, Map<OrderIntegrationId, String> names) {
        return new String[] {
            one.number(),
            show.day(one.placedAt()),
            one.customer(),
            countries.of(one.country()),
            names.getOrDefault(one.shop(), ""),
            words.word("order-state", one.state()),
            one.payment(),
            one.total() == null ? "" : one.total().amount().getCurrencyUnit().getCode(),
            one.total() == null ? "" : CsvFile.decimal(one.total().amount().getAmount()),
            one.total() == null ? "" : words.word("order.total", one.total().basis())
        };
    }

    /** A row for each line, with what it comes to and where it went in the books. */
    @GetMapping("/orders/lines.csv")
    void lines(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam MultiValueMap<String, String> params,
            HttpServletResponse answer)
            throws IOException {
        Download.begin(answer, "text/csv;charset=UTF-8", words.text("orders.lines-csv.name") + ".csv");
        try (var file = new CsvFile(answer.getOutputStream())) {
            file.row(head(
                    "number",
                    "placed",
                    "customer",
                    "country",
                    "sku",
                    "title",
                    "kind",
                    "quantity",
                    "price",
                    "off",
                    "amount",
                    "mode",
                    "currency",
                    "rate",
                    "account",
                    "account-name",
                    "ruleset"));
            each(me.company(), ListForm.of(params), some -> lines(me.company(), some, file));
        }
    }

    private void lines(CompanyId company, List<ListedOrder> some, CsvFile file) {
        Map<OrderRevision, StoredOrder> told = orders
                .revisions(
                        company,
                        some.stream()
                                .map(one -> new OrderRevision(one.id(), one.revision()))
                                .toList())
                .stream()
                .collect(Collectors.toMap(one -> new OrderRevision(one.id(), one.revision()), one -> one));
        for (ListedOrder one : some) {
            StoredOrder stored = told.get(new OrderRevision(one.id(), one.revision()));
            if (stored != null) {
                List<Booking> booked = bookings.ofOrder(company, one.id());
                LineView.of(stored.order(), List.of(), booked).forEach(line -> file.row(row(stored, line)));
            }
        }
    }

    private String[] row(StoredOrder stored, LineView view) {
        var order = stored.order();
        var line = view.line();
        List<LineView.Posted> posted = view.posted();
        return new String[] {
            order.number(),
            show.day(order.placedAt()),
            order.buyer(),
            countries.of(order.delivery().country()),
            line.sku() == null ? "" : line.sku(),
            line.title(),
            words.word("word", line.kind()),
            CsvFile.decimal(line.quantity()),
            CsvFile.decimal(line.unitPrice()),
            CsvFile.decimal(view.off().getAmount()),
            view.amount() == null ? "" : CsvFile.decimal(view.amount().getAmount()),
            words.word("order.amount", order.priceMode()),
            order.currency().getCode(),
            line.vatRate() == null ? "" : CsvFile.decimal(line.vatRate().percent()),
            joined(posted, LineView.Posted::account),
            joined(posted, LineView.Posted::accountName),
            joined(posted, LineView.Posted::ruleset)
        };
    }

    private static String joined(List<LineView.Posted> posted, Function<LineView.Posted, String> part) {
        return posted.stream().map(part).distinct().collect(Collectors.joining(", "));
    }

    private String[] head(String... columns) {
        return List.of(columns).stream()
                .map(column -> words.text("csv." + column))
                .toArray(String[]::new);
    }

    private void each(CompanyId company, ListForm form, Consumer<List<ListedOrder>> some) {
        @Nullable Place from = null;
        do {
            OrderList.Page page = from == null
                    ? list.first(company, form.filter(), form.sort(), AT_A_TIME)
                    : list.after(company, form.filter(), form.sort(), from, AT_A_TIME);
            some.accept(page.orders());
            from = page.older();
        } while (from != null);
    }

    private Map<OrderIntegrationId, String> names(CompanyId company) {
        return shops.all(company).stream().collect(Collectors.toMap(OrderIntegration::id, OrderIntegration::name));
    }
}
