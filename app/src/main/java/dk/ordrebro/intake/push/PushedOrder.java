package dk.ordrebro.intake.push;

import dk.ordrebro.order.Order;
import dk.ordrebro.order.Raw;
import java.util.List;

/** What reading a pushed order led to. */
public sealed interface PushedOrder {

    /**
     * The order, complete and within every limit.
     *
     * @param raw the body as it came, byte for byte
     */
    record Parsed(Order order, Raw raw) implements PushedOrder {}

    /** The body says something that cannot be read as an order; nothing of it is used. */
    record Refused(List<Problem> problems) implements PushedOrder {

        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param path JSON pointer (RFC 6901) to the value or to where it is missing; empty for the body as a whole
     * @param reason in English, for whoever writes the sending program
     */
    record Problem(String path, String reason) {}
}
