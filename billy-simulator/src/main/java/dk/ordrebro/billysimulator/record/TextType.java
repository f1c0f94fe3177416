package dk.ordrebro.billysimulator.record;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Free text, ids and codes. */
@Behaviour(value = "A number sent for a text is taken as its digits", known = Known.GUESSED, where = "2.5")
@Behaviour(value = "Half of a surrogate pair is refused as no text", known = Known.GUESSED, where = "2.5")
@Behaviour(value = "Numbers kept as text, such as invoiceNo, sort as numbers", known = Known.GUESSED, where = "3")
record TextType(String label) implements FieldType<String> {

    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");

    @Override
    public String read(JsonNode node) {
        if (node.isString()) {
            return readText(node.stringValue());
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return Long.toString(node.longValue());
        }
        throw new WrongValue("must be a string", "skal være en tekst");
    }

    @Override
    public String readText(String text) {
        boolean broken = text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
        if (broken) {
            throw new WrongValue("is not valid Unicode", "er ikke gyldig Unicode");
        }
        return text;
    }

    @Override
    public void write(JsonGenerator out, String value) {
        out.writeString(value);
    }

    @Override
    public int compare(String left, String right) {
        boolean numbers =
                DIGITS.matcher(left).matches() && DIGITS.matcher(right).matches();
        if (numbers && left.length() != right.length()) {
            return Integer.compare(left.length(), right.length());
        }
        return left.compareToIgnoreCase(right);
    }

    @Override
    public boolean same(String left, String right) {
        return left.equals(right);
    }
}
