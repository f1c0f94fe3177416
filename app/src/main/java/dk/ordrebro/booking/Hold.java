package dk.ordrebro.booking;

import java.util.List;

/**
 * Why a booking is held, skipped or late.
 *
 * @param code name of a {@code Question.Code}, {@code Problem.Code}, {@code Nothing.Reason}, of a difference the sum gate found or of a setting in the way
 * @param facts what the sentence on screen is filled with
 */
public record Hold(String code, List<String> facts) {

    public Hold {
        facts = List.copyOf(facts);
    }
}
