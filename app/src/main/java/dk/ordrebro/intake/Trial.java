package dk.ordrebro.intake;

import java.util.List;

/** What trying a connection showed. */
public sealed interface Trial {

    /**
     * It works.
     *
     * @param shopName what the shop calls itself, or its host
     */
    record Found(String shopName) implements Trial {}

    /**
     * It does not.
     *
     * @param textKey of a text that names every cause that looks the same from outside, says that nothing was saved, and what to do
     * @param facts filled into it
     */
    record Refused(String textKey, List<String> facts) implements Trial {

        public static Refused of(String textKey, String... facts) {
            return new Refused(textKey, List.of(facts));
        }
    }
}
