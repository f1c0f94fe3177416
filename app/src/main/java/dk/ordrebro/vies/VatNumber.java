package dk.ordrebro.vies;

import com.helger.masterdata.vat.VATINSyntaxChecker;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A VAT number of an EU member state or of Northern Ireland whose form is right ({@code docs/reference/vat.md} 4). Form is not existence.
 *
 * @param country the prefix: EL for Greece, XI for Northern Ireland, FR for Monaco
 * @param digits what follows the prefix
 */
public record VatNumber(String country, String digits) {

    private static final Map<String, Pattern> FORMS = Map.ofEntries(
            form("AT", "U\\d{8}"),
            form("BE", "[01]\\d{9}"),
            form("BG", "\\d{9,10}"),
            form("CY", "\\d{8}[A-Z]"),
            form("CZ", "\\d{8,10}"),
            form("DE", "\\d{9}"),
            form("DK", "\\d{8}"),
            form("EE", "\\d{9}"),
            form("EL", "\\d{9}"),
            form("ES", "[A-Z]\\d{7}[A-Z0-9]|\\d{8}[A-Z]"),
            form("FI", "\\d{8}"),
            form("FR", "[A-HJ-NP-Z0-9]{2}\\d{9}"),
            form("HR", "\\d{11}"),
            form("HU", "\\d{8}"),
            form("IE", "\\d[A-Z0-9+*]\\d{5}[A-W]|\\d{7}[A-W][A-I]"),
            form("IT", "\\d{11}"),
            form("LT", "\\d{9}|\\d{12}"),
            form("LU", "\\d{8}"),
            form("LV", "\\d{11}"),
            form("MT", "\\d{8}"),
            form("NL", "\\d{9}B\\d{2}"),
            form("PL", "\\d{10}"),
            form("PT", "\\d{9}"),
            form("RO", "\\d{2,10}"),
            form("SE", "\\d{12}"),
            form("SI", "\\d{8}"),
            form("SK", "\\d{10}"),
            form("XI", "\\d{9}|\\d{12}|GD\\d{3}|HA\\d{3}"));

    private static Map.Entry<String, Pattern> form(String country, String regex) {
        return Map.entry(country, Pattern.compile(regex));
    }

    /**
     * Reads a number as a customer may have written it; without a prefix the country given is taken.
     *
     * @param country of the delivery, ISO 3166-1
     * @return empty where the form or the check digit is wrong
     */
    public static Optional<VatNumber> read(String written, String country) {
        String kept = written.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9+*]", "");
        return split(kept).or(() -> split(prefixOf(country) + kept)).filter(VatNumber::checks);
    }

    private static Optional<VatNumber> split(String text) {
        if (text.length() < 4) {
            return Optional.empty();
        }
        String prefix = prefixOf(text.substring(0, 2));
        String rest = text.substring(2);
        Pattern form = FORMS.get(prefix);
        return form != null && form.matcher(rest).matches()
                ? Optional.of(new VatNumber(prefix, rest))
                : Optional.empty();
    }

    private static String prefixOf(String country) {
        return country.equals("GR") ? "EL" : country;
    }

    /** The library lacks the newer Irish form, Belgian numbers from 1 on and XI; those are taken by their form alone. */
    private boolean checks() {
        boolean unknownToLibrary = country.equals("XI")
                || (country.equals("IE") && digits.length() == 9)
                || (country.equals("BE") && digits.startsWith("1"));
        return unknownToLibrary || VATINSyntaxChecker.isValidVATIN(toString(), true);
    }

    @Override
    public String toString() {
        return country + digits;
    }
}
