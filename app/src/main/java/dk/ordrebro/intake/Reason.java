package dk.ordrebro.intake;

import java.util.List;

/**
 * Why an order is held.
 *
 * @param code of the text {@code arrival.<code>}
 * @param facts filled into it
 */
public record Reason(String code, List<String> facts) {

    public Reason {
        facts = List.copyOf(facts);
    }

    public static Reason of(String code, String... facts) {
        return new Reason(code, List.of(facts));
    }
}
