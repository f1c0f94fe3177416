package dk.ordrebro.web.orders;

import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Names of countries in the reader's language; what is no ISO 3166-1 code stays as the shop wrote it. */
@Component("countryNames")
public class CountryNames {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    public String of(String country) {
        return CODES.contains(country)
                ? Locale.of("", country).getDisplayCountry(LocaleContextHolder.getLocale())
                : country;
    }

    /** In the order of their names as the reader's language sorts them; without what is no country. */
    public List<String> sorted(Collection<String> countries) {
        return countries.stream()
                .filter(CODES::contains)
                .sorted(Comparator.comparing(this::of, Collator.getInstance(LocaleContextHolder.getLocale())))
                .toList();
    }
}
