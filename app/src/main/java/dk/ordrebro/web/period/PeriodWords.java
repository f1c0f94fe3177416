package dk.ordrebro.web.period;

import dk.ordrebro.access.SignedIn;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.period.Dimension;
import dk.ordrebro.period.Row;
import dk.ordrebro.web.Show;
import dk.ordrebro.web.Words;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** What people call the rows of a period. */
@Component
public class PeriodWords {

    private final OrderIntegrations shops;
    private final Words words;
    private final Show show;

    PeriodWords(OrderIntegrations shops, Words words, Show show) {
        this.shops = shops;
        this.words = words;
        this.show = show;
    }

    /** How to call a row, and what to ask the list of bookings for to see its documents. */
    public interface Called {
        String name(Row row);

        /** More of a query, such as {@code &country=DE}; null where the list cannot be narrowed so. */
        @Nullable
        String filter(Row row);
    }

    Called of(SignedIn me, Dimension by) {
        Map<String, String> named = by == Dimension.SHOP
                ? shops.all(me.company()).stream()
                        .collect(Collectors.toMap(shop -> shop.id().toString(), OrderIntegration::name))
                : Map.of();
        return new Called() {
            @Override
            public String name(Row row) {
                return row.value().isEmpty() ? words.text("period.none") : PeriodWords.this.name(by, row, named);
            }

            @Override
            public @Nullable String filter(Row row) {
                return row.value().isEmpty() ? null : narrowed(by, row.value());
            }
        };
    }

    private static @Nullable String narrowed(Dimension by, String value) {
        String field = switch (by) {
            case TREATMENT -> "treatment";
            case AREA -> "area";
            case COUNTRY -> "country";
            case ACCOUNT -> "account";
            case TEMPLATE -> "template";
            case PAYMENT -> "payment";
            case STANDING -> "standing";
            case RATE, SHOP, MONTH -> null;
        };
        return field == null ? null : "&" + field + "=" + UriUtils.encodeQueryParam(value, StandardCharsets.UTF_8);
    }

    private String name(Dimension by, Row row, Map<String, String> named) {
        String value = row.value();
        return switch (by) {
            case AREA -> words.text("word." + value);
            case TREATMENT -> words.text("treatment." + value);
            case COUNTRY -> country(value);
            case RATE -> show.rate(new VatRate(new BigDecimal(value)));
            case ACCOUNT -> row.name().isEmpty() ? value : value + " " + row.name();
            case TEMPLATE -> template(value);
            case PAYMENT -> value;
            case SHOP -> named.getOrDefault(value, value);
            case STANDING -> words.text("state." + value);
            case MONTH ->
                YearMonth.parse(value)
                        .format(DateTimeFormatter.ofPattern("LLLL yyyy", LocaleContextHolder.getLocale()));
        };
    }

    /** Its name and its letters. */
    public String country(String code) {
        return Locale.of("", code).getDisplayCountry(LocaleContextHolder.getLocale()) + " (" + code + ")";
    }

    /** Kind and area of a template; anything else as it is kept. */
    private String template(String value) {
        String[] parts = value.split("/", -1);
        return parts.length == 2 ? words.text("word." + parts[0]) + " (" + words.text("word." + parts[1]) + ")" : value;
    }
}
