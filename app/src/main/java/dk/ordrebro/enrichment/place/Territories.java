package dk.ordrebro.enrichment.place;

import dk.ordrebro.order.Address;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Decides the area of an address from the territory table ({@code docs/reference/vat.md} 1, "Using the CSV").
 * The area never depends on a VAT number, and an unknown country is a question, never "outside".
 */
public final class Territories {

    private static final Map<String, String> ALIASES = Map.of("UK", "GB", "EL", "GR");
    private static final Set<String> FIVE_DIGITS = Set.of("DE", "ES", "FR", "IT", "FI", "GR");
    /** Countries with exceptions by postcode: without one the default is only probable. */
    private static final Set<String> POSTCODE_MATTERS = Set.of("DK", "CY", "DE", "ES", "FI", "FR", "GR", "IT");

    private static final Set<String> ISO = Set.of(Locale.getISOCountries());
    private static final Pattern LETTERS_THEN_DIGITS = Pattern.compile("[A-Z]{1,3}(\\d+)");
    private static final Pattern BARE_THREE_DIGITS = Pattern.compile("\\d{3}");

    /** The digits alone, or with the town typed beside them. */
    private static final Pattern FOUR = Pattern.compile("\\d{4}[A-Z]*|[A-Z]+\\d{4}");

    private static final Pattern FIVE = Pattern.compile("\\d{5}[A-Z]*|[A-Z]+\\d{5}");

    private final Map<String, List<Territory>> rows;
    private final String version;

    private Territories(List<Territory> rows, String version) {
        this.rows = rows.stream().collect(Collectors.groupingBy(Territory::country));
        this.version = version;
    }

    public static Territories bundled() {
        Table table = Table.bundled("territories.csv");
        return new Territories(table.map(Territories::row), table.version());
    }

    private static Territory row(List<String> cells) {
        return new Territory(
                cells.get(0),
                cells.get(1).isEmpty() ? null : Pattern.compile(cells.get(1)),
                cells.get(2),
                Area.valueOf(cells.get(3).toUpperCase(Locale.ROOT)),
                cells.get(4),
                cells.get(5).equals("yes"));
    }

    /** The member states with places that lie outside the VAT area of the EU, in the order of their codes. */
    public List<String> withPlacesApart() {
        return rows.values().stream()
                .flatMap(List::stream)
                .filter(Territory::isApart)
                .map(Territory::vatCountry)
                .distinct()
                .sorted()
                .toList();
    }

    /** Which edition of the table this is: a short hash of its content. */
    public String version() {
        return version;
    }

    public Placement place(Address address) {
        String written = address.country().strip().toUpperCase(Locale.ROOT);
        if (written.isEmpty()) {
            return new Placement.CountryMissing();
        }
        String country = ALIASES.getOrDefault(written, written);
        List<Territory> candidates = rows.getOrDefault(country, List.of());
        if (candidates.isEmpty()) {
            return ISO.contains(country) ? new Placement.Placed(elsewhere(country), true) : unknown(address);
        }
        return among(candidates, country, normalise(country, address.postcode()));
    }

    /**
     * Whether a postcode has not the form of its country's, where the place is decided by it, and no exception is named either. Forms: Universal
     * Postal Union, <i>Postal addressing systems</i>, of each country.
     */
    public boolean isOdd(Address address) {
        String written = address.country().strip().toUpperCase(Locale.ROOT);
        String country = ALIASES.getOrDefault(written, written);
        String postcode = normalise(country, address.postcode());
        return POSTCODE_MATTERS.contains(country)
                && !postcode.isEmpty()
                && !(FIVE_DIGITS.contains(country) ? FIVE : FOUR)
                        .matcher(postcode)
                        .matches()
                && rows.getOrDefault(country, List.of()).stream()
                        .noneMatch(row -> row.postcode() != null && row.matches(postcode));
    }

    private static Placement unknown(Address address) {
        return new Placement.CountryUnknown(address.country().strip());
    }

    private Territory elsewhere(String country) {
        Territory rest = rows.getOrDefault("*", List.of()).getFirst();
        String name = Locale.of("", country).getDisplayCountry(Locale.ENGLISH);
        return new Territory(country, null, name, rest.area(), country, rest.review());
    }

    private static Placement among(List<Territory> candidates, String country, String postcode) {
        Territory match = candidates.stream()
                .filter(row -> row.matches(postcode))
                .findFirst()
                .orElseGet(() -> candidates.stream()
                        .filter(row -> row.postcode() == null)
                        .findFirst()
                        .orElseThrow());
        if (match.review() || leavesDoubt(country, postcode)) {
            return new Placement.Unsure(match);
        }
        return new Placement.Placed(match, !postcode.isEmpty() || !POSTCODE_MATTERS.contains(country));
    }

    /** Great Britain without a postcode may be Northern Ireland; 800 in Denmark may be 0800 or the Faroese FO-800. */
    private static boolean leavesDoubt(String country, String postcode) {
        return (country.equals("GB") && postcode.isEmpty())
                || (country.equals("DK") && BARE_THREE_DIGITS.matcher(postcode).matches());
    }

    private static String normalise(String country, String postcode) {
        String kept = postcode.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        var prefixed = LETTERS_THEN_DIGITS.matcher(kept);
        if (!country.equals("GB") && !kept.startsWith("FO") && prefixed.matches()) {
            kept = prefixed.group(1);
        }
        return FIVE_DIGITS.contains(country) && !kept.isEmpty() ? pad(kept) : kept;
    }

    private static String pad(String digits) {
        return digits.length() >= 5 ? digits : "0".repeat(5 - digits.length()) + digits;
    }
}
