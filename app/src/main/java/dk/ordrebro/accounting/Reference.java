package dk.ordrebro.accounting;

import java.util.regex.Pattern;

/**
 * The key we stamp on an invoice so as to find it again: unique among all documents of a company, never reused.
 *
 * @param value 1 to 100 characters out of letters, digits and {@code . _ : -}
 */
public record Reference(String value) {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    public Reference {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a reference: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
