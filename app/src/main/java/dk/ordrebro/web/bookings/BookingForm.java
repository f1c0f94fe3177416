package dk.ordrebro.web.bookings;

import dk.ordrebro.accounting.Standing;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.list.BookingListFilter;
import dk.ordrebro.booking.list.BookingListFilter.Books;
import dk.ordrebro.booking.list.BookingListFilter.Sale;
import dk.ordrebro.booking.list.BookingSort;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.treatment.VatTreatment;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.web.TypedFilter;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** The filter and sort of the list of bookings as they stand in the form and in addresses. */
record BookingForm(BookingListFilter filter, BookingSort sort) {

    static BookingForm of(MultiValueMap<String, String> params) {
        var typed = new TypedFilter(params);
        BookingSort.Key key = typed.one("sort", BookingSort.Key.class);
        var filter = new BookingListFilter(
                typed.one("state", BookingState.class),
                typed.one("standing", Standing.class),
                typed.read("shop", text -> new OrderIntegrationId(UUID.fromString(text))),
                typed.day("from"),
                typed.day("through"),
                typed.text("number"),
                new Sale(
                        typed.text("country"),
                        typed.text("payment"),
                        typed.text("currency"),
                        typed.amount("least"),
                        typed.amount("most")),
                new Books(
                        typed.text("account"),
                        typed.text("template"),
                        typed.one("area", Area.class),
                        typed.one("treatment", VatTreatment.class),
                        typed.moment("since")));
        return new BookingForm(
                filter,
                key == null
                        ? BookingSort.LATEST
                        : new BookingSort(key, typed.text("way").equals("down")));
    }

    /** The same in one state, or in all. */
    public BookingForm in(@Nullable BookingState state) {
        return new BookingForm(
                new BookingListFilter(
                        state,
                        filter.standing(),
                        filter.shop(),
                        filter.from(),
                        filter.through(),
                        filter.search(),
                        filter.sale(),
                        filter.books()),
                sort);
    }

    /** The same list sorted by something; by what it is sorted by already, the other way round. */
    public BookingForm sortedBy(String by) {
        BookingSort.Key key = BookingSort.Key.valueOf(by);
        boolean down =
                key == sort.key() ? !sort.descending() : key == BookingSort.Key.DATE || key == BookingSort.Key.AMOUNT;
        return new BookingForm(filter, new BookingSort(key, down));
    }

    /** What a screen reader says of a column: the way the list is sorted by it, or null. */
    public @Nullable String sorted(String by) {
        return sort.key().name().equals(by) ? (sort.descending() ? "descending" : "ascending") : null;
    }

    /** As the part of an address from the question mark on; empty when nothing is filtered. */
    public String query() {
        var address = UriComponentsBuilder.newInstance();
        TypedFilter.part(address, "state", filter.state());
        TypedFilter.part(address, "standing", filter.standing());
        TypedFilter.part(address, "shop", filter.shop());
        TypedFilter.part(address, "from", filter.from());
        TypedFilter.part(address, "through", filter.through());
        TypedFilter.part(address, "number", filter.search());
        TypedFilter.part(address, "country", filter.sale().country());
        TypedFilter.part(address, "payment", filter.sale().payment());
        TypedFilter.part(address, "currency", filter.sale().currency());
        TypedFilter.part(address, "least", filter.sale().least());
        TypedFilter.part(address, "most", filter.sale().most());
        TypedFilter.part(address, "account", filter.books().account());
        TypedFilter.part(address, "template", filter.books().template());
        TypedFilter.part(address, "area", filter.books().area());
        TypedFilter.part(address, "treatment", filter.books().treatment());
        TypedFilter.part(address, "since", filter.books().since());
        if (!sort.equals(BookingSort.LATEST)) {
            TypedFilter.part(address, "sort", sort.key());
            TypedFilter.part(address, "way", sort.descending() ? "down" : "up");
        }
        return address.encode().build().toUriString();
    }

    /** The same with one more part, which may be the first. */
    public String and(String part) {
        String query = query();
        return (query.isEmpty() ? "?" : query + "&") + part;
    }

    public boolean isNarrow() {
        return !filter.equals(BookingListFilter.ALL);
    }

    /** How many of the fields that are folded away narrow the list. */
    public long narrowing() {
        Sale sale = filter.sale();
        Books books = filter.books();
        return Stream.of(
                                filter.standing(),
                                filter.shop(),
                                filter.from(),
                                filter.through(),
                                sale.least(),
                                sale.most(),
                                books.area(),
                                books.treatment(),
                                books.since())
                        .filter(Objects::nonNull)
                        .count()
                + Stream.of(sale.country(), sale.payment(), sale.currency(), books.account(), books.template())
                        .filter(text -> !text.isEmpty())
                        .count();
    }
}
