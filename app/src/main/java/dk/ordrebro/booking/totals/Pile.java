package dk.ordrebro.booking.totals;

import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.springframework.modulith.NamedInterface;

/**
 * How many documents lie together, and what they are worth.
 *
 * @param gross one amount for each currency, by its code; credit notes count with a minus
 */
@NamedInterface("totals")
public record Pile(long documents, List<Money> gross) {

    public static final Pile EMPTY = new Pile(0, List.of());

    public Pile {
        gross = List.copyOf(gross);
    }

    /** Both together; the currencies of the two differ. */
    Pile plus(Pile other) {
        return new Pile(
                documents + other.documents,
                Stream.concat(gross.stream(), other.gross.stream()).toList());
    }
}
