package dk.ordrebro.intake.refund;

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
