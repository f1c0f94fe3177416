package dk.ordrebro.web.orders;

import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.order.OrderState;
import dk.ordrebro.order.list.OrderFilter;
import dk.ordrebro.order.list.OrderSort;
import dk.ordrebro.web.Show;
import dk.ordrebro.web.TypedFilter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filter and sort of the list of orders as they stand in the form and in addresses. Days are Copenhagen's.
 *
 * @param states none means all
 * @param country empty means all
 * @param from first day of purchase
 * @param through last day of purchase
 * @param q what is searched for; empty means nothing
 */
record ListForm(
        Set<OrderState> states,
        @Nullable OrderIntegrationId shop,
        String country,
        @Nullable LocalDate from,
        @Nullable LocalDate through,
        String q,
        OrderFilter.Money money,
        OrderSort sort) {

    static final ListForm ALL =
            new ListForm(Set.of(), null, "", null, null, "", OrderFilter.Money.ANY, OrderSort.LATEST);
    static final ListForm TO_HANDLE = ALL.in(EnumSet.of(OrderState.OPEN, OrderState.PARTLY_HANDLED));

    static ListForm of(MultiValueMap<String, String> params) {
        Set<OrderState> states = EnumSet.noneOf(OrderState.class);
        for (String name : params.getOrDefault("state", List.of())) {
            Stream.of(OrderState.values())
                    .filter(state -> state.name().equals(name))
                    .forEach(states::add);
        }
        var typed = new TypedFilter(params);
        OrderSort.Key key = typed.one("sort", OrderSort.Key.class);
        return new ListForm(
                states,
                typed.read("shop", text -> new OrderIntegrationId(UUID.fromString(text))),
                typed.text("country"),
                typed.day("from"),
                typed.day("through"),
                typed.text("q"),
                new OrderFilter.Money(
                        typed.text("payment"), typed.text("currency"), typed.amount("least"), typed.amount("most")),
                key == null
                        ? OrderSort.LATEST
                        : new OrderSort(key, typed.text("way").equals("down")));
    }

    /** Reads {@link #query()}; what is no query asks for everything. */
    static ListForm of(String query) {
        MultiValueMap<String, String> params = new LinkedMultiValueMap<>();
        try {
            UriComponentsBuilder.fromUriString(query)
                    .build()
                    .getQueryParams()
                    .forEach((name, values) -> values.stream()
                            .filter(Objects::nonNull)
                            .forEach(value -> params.add(name, URLDecoder.decode(value, StandardCharsets.UTF_8))));
        } catch (IllegalArgumentException malformed) {
            return ALL;
        }
        return of(params);
    }

    OrderFilter filter() {
        return new OrderFilter(
                states,
                shop,
                country,
                from == null ? null : start(from),
                through == null ? null : start(through.plusDays(1)),
                q,
                money);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Show.COPENHAGEN).toInstant();
    }

    ListForm in(Collection<OrderState> only) {
        return new ListForm(EnumSet.copyOf(only), shop, country, from, through, q, money, sort);
    }

    /** The same list sorted by something; by what it is sorted by already, the other way round. */
    public ListForm sortedBy(String by) {
        OrderSort.Key key = OrderSort.Key.valueOf(by);
        // dates and amounts are first looked at from the top, names and numbers from the beginning
        boolean down =
                key == sort.key() ? !sort.descending() : key == OrderSort.Key.DATE || key == OrderSort.Key.AMOUNT;
        return new ListForm(states, shop, country, from, through, q, money, new OrderSort(key, down));
    }

    /** What a screen reader says of a column: the way the list is sorted by it, or null. */
    public @Nullable String sorted(String by) {
        return sort.key().name().equals(by) ? (sort.descending() ? "descending" : "ascending") : null;
    }

    /** As the part of an address from the question mark on; empty when nothing is filtered. */
    public String query() {
        var address = UriComponentsBuilder.newInstance();
        states.stream().sorted().forEach(state -> address.queryParam("state", state));
        TypedFilter.part(address, "shop", shop);
        TypedFilter.part(address, "country", country);
        TypedFilter.part(address, "from", from);
        TypedFilter.part(address, "through", through);
        TypedFilter.part(address, "q", q);
        TypedFilter.part(address, "payment", money.payment());
        TypedFilter.part(address, "currency", money.currency());
        TypedFilter.part(address, "least", money.least());
        TypedFilter.part(address, "most", money.most());
        if (!sort.equals(OrderSort.LATEST)) {
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

    /** How many of the fields that are folded away narrow the list. */
    public long narrowing() {
        return Stream.of(shop, from, through, money.least(), money.most())
                        .filter(Objects::nonNull)
                        .count()
                + Stream.of(country, money.payment(), money.currency())
                        .filter(text -> !text.isEmpty())
                        .count();
    }

    public boolean isAll() {
        return unsorted().equals(ALL);
    }

    private ListForm unsorted() {
        return new ListForm(states, shop, country, from, through, q, money, OrderSort.LATEST);
    }

    /** Whether it is one of the views that are always there. */
    public boolean isBuiltIn() {
        ListForm form = unsorted();
        return form.equals(ALL)
                || form.equals(TO_HANDLE)
                || (states.size() == 1 && form.equals(ALL.in(states)) && !states.contains(OrderState.OPEN));
    }
}
