package dk.ordrebro.enrichment.place;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of the territory table.
 *
 * @param country as written in addresses; {@code *} for any country the table does not name
 * @param postcode which postcodes of the country the row is for; null for the rest of it
 * @param vatCountry ISO code that stands for the place when the accounting program picks a rate; empty on the {@code *} row
 * @param review whether a person must confirm
 */
public record Territory(
        String country, @Nullable Pattern postcode, String name, Area area, String vatCountry, boolean review) {

    private static final Set<String> MEMBER_STATES =
            Set.copyOf(StandardRates.bundled().otherMemberStates());

    /** Whether it belongs to a member state and lies outside the VAT area of the EU: what holds of the country does not hold there. */
    public boolean isApart() {
        return area == Area.OUTSIDE && MEMBER_STATES.contains(vatCountry);
    }

    /** The state whose VAT it is as the table of rates names it: {@code XI} for Northern Ireland, else {@link #vatCountry()}. */
    public String taxedBy() {
        return area == Area.EU && vatCountry.equals("GB") ? "XI" : vatCountry;
    }

    boolean matches(String normalisedPostcode) {
        return postcode != null && postcode.matcher(normalisedPostcode).matches();
    }

    /** How the row is named in a trail, such as "DK 39\d{2} Greenland". */
    public String label() {
        return postcode == null ? country + " " + name : country + " " + postcode.pattern() + " " + name;
    }
}
