package dk.ordrebro.intake.refund;

import java.util.Optional;

/** What money was paid back for. */
public sealed interface RefundAnswer {

    /** All that was delivered became cheaper: by what is left of each line, with each line's VAT. */
    record OverAllLines() implements RefundAnswer {}

    /** One line became cheaper. */
    record OffLine(String lineKey) implements RefundAnswer {}

    /** The freight became cheaper. */
    record OffFreight() implements RefundAnswer {}

    /** Goodwill: booked on an account of its own, with the VAT of what was delivered. */
    record Goodwill(int account) implements RefundAnswer {}

    /** Nothing is to be credited, for a reason: it is in the books already, or it was seen to by hand. */
    record Nothing() implements RefundAnswer {}

    /** Reads what {@link #form()} writes; empty for anything else. */
    static Optional<RefundAnswer> read(String form) {
        String[] parts = form.split(" ", 2);
        boolean more = parts.length > 1;
        return switch (parts[0]) {
            case "ALL_LINES" -> more ? Optional.empty() : Optional.of(new OverAllLines());
            case "FREIGHT" -> more ? Optional.empty() : Optional.of(new OffFreight());
            case "NOTHING" -> more ? Optional.empty() : Optional.of(new Nothing());
            case "LINE" -> more ? Optional.of(new OffLine(parts[1])) : Optional.empty();
            case "GOODWILL" ->
                more && parts[1].matches("\\d{1,9}")
                        ? Optional.of(new Goodwill(Integer.parseInt(parts[1])))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The word it is kept under. */
    default String form() {
        return switch (this) {
            case OverAllLines _ -> "ALL_LINES";
            case OffLine(String key) -> "LINE " + key;
            case OffFreight _ -> "FREIGHT";
            case Goodwill(int account) -> "GOODWILL " + account;
            case Nothing _ -> "NOTHING";
        };
    }
}
