package dk.ordrebro.intake.csv;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Country names, English and Danish, and their ISO 3166-1 codes. What it does not know stays as written: the order is taken in and
 * a person decides.
 */
final class Countries {

    private static final String OWN = "DK";

    /** Names in use that the tables of the JDK lack. The Channel Islands lie outside the EU's VAT area, Jersey like Guernsey. */
    private static final Map<String, String> MORE_NAMES = Map.ofEntries(
            Map.entry("EIRE", "IE"),
            Map.entry("REPUBLIC OF IRELAND", "IE"),
            Map.entry("RSA", "ZA"),
            Map.entry("USA", "US"),
            Map.entry("UNITED STATES OF AMERICA", "US"),
            Map.entry("GREAT BRITAIN", "GB"),
            Map.entry("ENGLAND", "GB"),
            Map.entry("SCOTLAND", "GB"),
            Map.entry("WALES", "GB"),
            Map.entry("NORTHERN IRELAND", "XI"),
            Map.entry("CHANNEL ISLANDS", "JE"),
            Map.entry("CZECH REPUBLIC", "CZ"),
            Map.entry("HOLLAND", "NL"),
            Map.entry("THE NETHERLANDS", "NL"),
            Map.entry("HONG KONG", "HK"),
            Map.entry("MACAO", "MO"),
            Map.entry("TURKEY", "TR"),
            Map.entry("TYRKIET", "TR"),
            Map.entry("UAE", "AE"),
            Map.entry("KOREA", "KR"),
            Map.entry("TAIWAN", "TW"),
            Map.entry("VIETNAM", "VN"),
            Map.entry("MACEDONIA", "MK"),
            Map.entry("KOSOVO", "XK"),
            Map.entry("CANARY ISLANDS", "IC"));

    /** Written where a country should be, and naming none. */
    private static final Set<String> NO_COUNTRY =
            Set.of("EUROPEAN COMMUNITY", "EUROPEAN UNION", "UNSPECIFIED", "UNKNOWN", "N/A", "-");

    private static final Map<String, String> NAMES = names();

    private final Set<String> ownNames;

    /** @param ownNames names, in upper case, that mean the seller's own country */
    Countries(Set<String> ownNames) {
        this.ownNames = ownNames;
    }

    /** The code; empty where no country is named; the text as it is where it names one we do not know. */
    String code(String written) {
        String name = written.strip().toUpperCase(Locale.ROOT);
        if (ownNames.contains(name)) {
            return OWN;
        }
        if (NO_COUNTRY.contains(name)) {
            return "";
        }
        return NAMES.getOrDefault(name, name.length() == 2 ? name : written.strip());
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            names.put(country.getDisplayCountry(Locale.of("da")).toUpperCase(Locale.ROOT), code);
            names.put(country.getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT), code);
        }
        names.putAll(MORE_NAMES);
        return Map.copyOf(names);
    }
}
