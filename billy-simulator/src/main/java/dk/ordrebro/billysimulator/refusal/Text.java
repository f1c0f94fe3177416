package dk.ordrebro.billysimulator.refusal;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;

/** A sentence in the two languages the simulator speaks. */
@Behaviour(
        value = "Accept-Language da_DK gives Danish texts, everything else English",
        known = Known.DOCUMENTED,
        where = "1")
@Behaviour(value = "The wording of most messages is our own", known = Known.GUESSED, where = "4", question = 6)
public record Text(String english, String danish) {

    public static Text same(String text) {
        return new Text(text, text);
    }

    public String in(boolean inDanish) {
        return inDanish ? danish : english;
    }
}
