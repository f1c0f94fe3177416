package dk.ordrebro.web.orders;

import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.order.OrderState;
import dk.ordrebro.order.list.OrderFilter;
import dk.ordrebro.web.DayFormat;
import dk.ordrebro.web.Show;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filter of the list of orders as it stands in the form and in addresses. Days are Copenhagen's. What cannot be read is left out, so that an
 * old or mistyped address still shows a list.
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
        String q) {

    private static final int LONGEST = 100;

    static final ListForm ALL = new ListForm(Set.of(), null, "", null, null, "");
    static final ListForm TO_HANDLE = ALL.in(EnumSet.of(OrderState.OPEN, OrderState.PARTLY_HANDLED));

    static ListForm of(MultiValueMap<String, String> params) {
        Set<OrderState> states = EnumSet.noneOf(OrderState.class);
        for (String name : params.getOrDefault("state", List.of())) {
            Stream.of(OrderState.values())
                    .filter(state -> state.name().equals(name))
                    .forEach(states::add);
        }
        return new ListForm(
                states,
                shop(text(params, "shop")).orElse(null),
                text(params, "country"),
                day(text(params, "from")).orElse(null),
                day(text(params, "through")).orElse(null),
                text(params, "q"));
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

    private static String text(MultiValueMap<String, String> params, String name) {
        String value = params.getFirst(name);
        String text = value == null ? "" : value.strip().replace("\0", "");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static Optional<OrderIntegrationId> shop(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new OrderIntegrationId(UUID.fromString(text)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        return DayFormat.read(text);
    }

    OrderFilter filter() {
        return new OrderFilter(
                states,
                shop,
                country,
                from == null ? null : start(from),
                through == null ? null : start(through.plusDays(1)),
                q);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Show.COPENHAGEN).toInstant();
    }

    ListForm in(Collection<OrderState> only) {
        return new ListForm(EnumSet.copyOf(only), shop, country, from, through, q);
    }

    /** As the part of an address from the question mark on; empty when nothing is filtered. */
    public String query() {
        var address = UriComponentsBuilder.newInstance();
        states.stream().sorted().forEach(state -> address.queryParam("state", state));
        part(address, "shop", shop);
        part(address, "country", country);
        part(address, "from", from);
        part(address, "through", through);
        part(address, "q", q);
        return address.encode().build().toUriString();
    }

    private static void part(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            // as a variable, so that every letter that means something in an address is written as a code
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    /** The same with one more part, which may be the first. */
    public String and(String part) {
        String query = query();
        return (query.isEmpty() ? "?" : query + "&") + part;
    }

    /** How many of the fields that are folded away narrow the list. */
    public long narrowing() {
        return Stream.of(shop, from, through).filter(part -> part != null).count() + (country.isEmpty() ? 0 : 1);
    }

    public boolean isAll() {
        return equals(ALL);
    }

    /** Whether it is one of the views that are always there. */
    public boolean isBuiltIn() {
        return isAll()
                || equals(TO_HANDLE)
                || (states.size() == 1 && equals(ALL.in(states)) && !states.contains(OrderState.OPEN));
    }
}
