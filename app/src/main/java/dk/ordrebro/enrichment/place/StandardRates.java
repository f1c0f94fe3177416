package dk.ordrebro.enrichment.place;

import dk.ordrebro.money.VatRate;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The standard VAT rates of the EU countries with the day each came into force ({@code reference/eu-standard-vat-rates.csv}). */
public final class StandardRates {

    private final List<Rate> rates;

    private StandardRates(List<Rate> rates) {
        this.rates = rates;
    }

    public static StandardRates bundled() {
        return new StandardRates(Table.bundled("standard-rates.csv")
                .map(cells -> new Rate(cells.get(0), VatRate.percent(cells.get(1)), LocalDate.parse(cells.get(2)))));
    }

    /** The rate in force in a country on a day; empty for a country outside the table. */
    public Optional<VatRate> on(LocalDate day, String country) {
        return rates.stream()
                .filter(rate -> rate.country.equals(country) && !rate.from.isAfter(day))
                .max(Comparator.comparing(Rate::from))
                .map(Rate::rate);
    }

    /** The member states other than Denmark, in the order of their codes. Northern Ireland has a rate of the EU and is none of them. */
    public List<String> otherMemberStates() {
        return rates.stream()
                .map(Rate::country)
                .filter(country -> !country.equals("DK") && !country.equals("XI"))
                .distinct()
                .sorted()
                .toList();
    }

    private record Rate(String country, VatRate rate, LocalDate from) {}
}
