package dk.ordrebro.intake;

import java.util.List;

/** What trying a connection showed. */
public sealed interface Trial {

    /**
     * It works.
     *
     * @param shopName what the shop calls itself, or its host
     * @param warnings what the shop's owner should know all the same
     */
    record Found(String shopName, List<Warning> warnings) implements Trial {

        public Found {
            warnings = List.copyOf(warnings);
        }

        public Found(String shopName) {
            this(shopName, List.of());
        }
    }

    /**
     * Something the shop's owner should know.
     *
     * @param textKey of the text
     * @param facts filled into it
     */
    record Warning(String textKey, List<String> facts) {

        public Warning {
            facts = List.copyOf(facts);
        }
    }

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
