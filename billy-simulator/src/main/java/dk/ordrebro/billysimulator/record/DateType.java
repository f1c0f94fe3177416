package dk.ordrebro.billysimulator.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A date as {@code YYYY-MM-DD}. Dates near today are shared, so that a million invoices do not hold a million of them. */
record DateType() implements FieldType<LocalDate> {

    private static final Pattern ISO = Pattern.compile("[12]\\d{3}-\\d{2}-\\d{2}");
    private static final int FIRST_SHARED_DAY =
            Math.toIntExact(LocalDate.of(2000, 1, 1).toEpochDay());
    private static final AtomicReferenceArray<LocalDate> SHARED = new AtomicReferenceArray<>(366 * 60);

    @Override
    public LocalDate read(JsonNode node) {
        return readText(node.isString() ? node.stringValue() : "");
    }

    @Override
    public LocalDate load(JsonNode node) {
        return shared(LocalDate.parse(node.stringValue()));
    }

    @Override
    public LocalDate readText(String text) {
        if (ISO.matcher(text).matches()) {
            try {
                return shared(LocalDate.parse(text));
            } catch (DateTimeException notADay) {
                throw wrong();
            }
        }
        throw wrong();
    }

    private static LocalDate shared(LocalDate date) {
        int at = Math.toIntExact(date.toEpochDay()) - FIRST_SHARED_DAY;
        if (at < 0 || at >= SHARED.length()) {
            return date;
        }
        LocalDate known = SHARED.get(at);
        if (known == null) {
            SHARED.set(at, date);
            return date;
        }
        return known;
    }

    private static WrongValue wrong() {
        return new WrongValue("must be a date as YYYY-MM-DD", "skal være en dato som ÅÅÅÅ-MM-DD");
    }

    @Override
    public void write(JsonGenerator out, LocalDate value) {
        out.writeString(value.toString());
    }

    @Override
    public int compare(LocalDate left, LocalDate right) {
        return left.compareTo(right);
    }

    @Override
    public String label() {
        return "date";
    }
}
