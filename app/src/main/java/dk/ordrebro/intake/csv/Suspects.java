package dk.ordrebro.intake.csv;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The orders a broken row may belong to, so that none of them is taken in with a line missing.
 *
 * @param certain whether it is surely the only one named; otherwise the orders beside the row are suspects as well
 */
record Suspects(List<String> orders, boolean certain) {

    private static final Suspects NOBODY = new Suspects(List.of(), false);

    static Suspects of(Row.Broken row, Header header) {
        return switch (row.start()) {
            case Row.Start.Split(var values) -> ofFields(values, header);
            case Row.Start.Text(var text) -> ofText(text, header);
        };
    }

    static Suspects only(String order) {
        return order.isEmpty() ? NOBODY : new Suspects(List.of(order), true);
    }

    /** Where a field is too many or missing, it may be so before the order's number or behind it. */
    private static Suspects ofFields(List<String> values, Header header) {
        int position = header.position(Column.ORDER);
        int shifted = position + values.size() - header.columns();
        if (position == 0) {
            return only(values.getFirst().strip());
        }
        List<String> orders = Stream.of(position, shifted)
                .filter(at -> at >= 0 && at < values.size())
                .map(at -> values.get(at).strip())
                .filter(order -> !order.isEmpty())
                .toList();
        return new Suspects(orders, false);
    }

    /** Fields before the first quote stand as they are. */
    private static Suspects ofText(String text, Header header) {
        int quote = text.indexOf('"');
        String plain = quote < 0 ? text : text.substring(0, quote);
        String[] fields = plain.split(Pattern.quote(String.valueOf(header.delimiter())), -1);
        int position = header.position(Column.ORDER);
        return position < fields.length - 1 ? only(fields[position].strip()) : NOBODY;
    }
}
