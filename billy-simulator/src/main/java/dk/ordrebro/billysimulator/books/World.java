package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.record.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The reference records that all companies share: countries, currencies, languages, natures of accounts. */
public final class World {

    private static final java.util.Locale DANISH = java.util.Locale.forLanguageTag("da-DK");

    /** The member states of the EU without Denmark's own place in the rules; Greece is GR here, as in ISO 3166. */
    static final String EU = "AT,BE,BG,CY,CZ,DE,DK,EE,ES,FI,FR,GR,HR,HU,IE,IT,LT,LU,LV,MT,NL,PL,PT,RO,SE,SI,SK";

    static final String EU_GROUP_ID = "eu";

    private static final String RATES = """
            DKK=1 EUR=7.46 SEK=0.65 NOK=0.64 GBP=8.95 USD=6.85 CHF=7.9 PLN=1.75 CZK=0.3 HUF=0.0185 RON=1.5 ISK=0.05
            CAD=4.9 AUD=4.4 NZD=4.05 JPY=0.0465 CNY=0.95 HKD=0.88 SGD=5.2 TRY=0.2 KRW=0.0047""";

    private World() {}

    @Behaviour(
            value = "Reference data have codes as ids: DK, DKK, da_DK, dk_aalborg",
            known = Known.RECORDED,
            where = "2.5")
    @Behaviour(
            value = "Which cities, states and postal codes exist is a token selection",
            known = Known.GUESSED,
            where = "6.11")
    public static Map<Schema, List<Row>> records() {
        Map<Schema, List<Row>> records = new LinkedHashMap<>();
        records.put(Country.SCHEMA, countries());
        records.put(Currency.SCHEMA, currencies());
        records.put(Locale.SCHEMA, locales());
        records.put(City.SCHEMA, cities());
        records.put(State.SCHEMA, List.of());
        records.put(Zipcode.SCHEMA, zipcodes());
        records.put(CountryGroup.SCHEMA, countryGroups());
        records.put(AccountNature.SCHEMA, natures());
        return records;
    }

    private static List<Row> countries() {
        return Arrays.stream(java.util.Locale.getISOCountries())
                .map(code -> RowBuilder.of(Country.SCHEMA, code)
                        .set(Country.NAME, java.util.Locale.of("", code).getDisplayCountry(DANISH))
                        .set(Country.HAS_STATES, code.equals("US"))
                        .set(Country.HAS_FINITE_STATES, code.equals("US"))
                        .set(Country.HAS_FINITE_ZIPCODES, code.equals("DK"))
                        .set(Country.ICON, code.toLowerCase(java.util.Locale.ROOT))
                        .set(Country.LOCALE_ID, code.equals("DK") ? "da_DK" : "en_US")
                        .build())
                .toList();
    }

    @Behaviour(value = "The exchange rates are fixed, in kroner for one unit", known = Known.GUESSED, where = "6.11")
    private static List<Row> currencies() {
        Map<String, String> kronerPerUnit = new LinkedHashMap<>();
        Pattern.compile("\\s+")
                .splitAsStream(RATES)
                .forEach(pair -> kronerPerUnit.put(pair.substring(0, 3), pair.substring(4)));
        List<Row> rows = new ArrayList<>();
        kronerPerUnit.forEach((code, rate) -> rows.add(RowBuilder.of(Currency.SCHEMA, code)
                .set(Currency.NAME, java.util.Currency.getInstance(code).getDisplayName(DANISH))
                .set(Currency.EXCHANGE_RATE, new BigDecimal(rate))
                .build()));
        return rows;
    }

    private static List<Row> locales() {
        return Map.of(
                        "da_DK", "Dansk",
                        "en_US", "English",
                        "fr_FR", "Français",
                        "nl_NL", "Nederlands",
                        "de_DE", "Deutsch")
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> RowBuilder.of(Locale.SCHEMA, entry.getKey())
                        .set(Locale.NAME, entry.getValue())
                        .set(Locale.ICON, entry.getKey().substring(3).toLowerCase(java.util.Locale.ROOT))
                        .build())
                .toList();
    }

    private static List<Row> cities() {
        return List.of(city("dk_aalborg", "Aalborg"), city("dk_aarhus", "Aarhus"), city("dk_odense", "Odense"));
    }

    private static Row city(String id, String name) {
        return RowBuilder.of(City.SCHEMA, id)
                .set(City.NAME, name)
                .set(City.COUNTRY_ID, "DK")
                .build();
    }

    private static List<Row> zipcodes() {
        return List.of(zipcode("9000", "dk_aalborg"), zipcode("8000", "dk_aarhus"), zipcode("5000", "dk_odense"));
    }

    private static Row zipcode(String code, String city) {
        return RowBuilder.of(Zipcode.SCHEMA, "dk_" + code)
                .set(Zipcode.ZIPCODE, code)
                .set(Zipcode.CITY_ID, city)
                .set(Zipcode.COUNTRY_ID, "DK")
                .build();
    }

    private static List<Row> countryGroups() {
        return List.of(RowBuilder.of(CountryGroup.SCHEMA, EU_GROUP_ID)
                .set(CountryGroup.NAME, "EU")
                .set(CountryGroup.ICON, "eu")
                .set(CountryGroup.MEMBER_COUNTRY_IDS, EU)
                .build());
    }

    private static List<Row> natures() {
        return List.of(
                nature("revenue", "Indtægter", "incomeStatement", Posting.CREDIT),
                nature("expense", "Udgifter", "incomeStatement", Posting.DEBIT),
                nature("asset", "Aktiver", "balanceSheet", Posting.DEBIT),
                nature("liability", "Passiver", "balanceSheet", Posting.CREDIT),
                nature("equity", "Egenkapital", "balanceSheet", Posting.CREDIT));
    }

    private static Row nature(String id, String name, String reportType, String normalBalance) {
        return RowBuilder.of(AccountNature.SCHEMA, id)
                .set(AccountNature.NAME, name)
                .set(AccountNature.REPORT_TYPE, reportType)
                .set(AccountNature.NORMAL_BALANCE, normalBalance)
                .build();
    }
}
