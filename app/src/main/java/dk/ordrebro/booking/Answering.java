package dk.ordrebro.booking;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.question.Answer;

/** Answers what held bookings ask: the answer is kept on the order, and what asked is tried again with it, both or neither. */
public interface Answering {

    /**
     * Answers one held booking.
     *
     * @param who answers
     * @param why in their own words; may be empty
     * @return whether it was held and is tried again; otherwise nothing is kept
     * @throws IllegalArgumentException when none of the booking's questions has that kind of answer
     */
    boolean answer(CompanyId company, BookingId id, Answer answer, String who, String why);

    /**
     * Answers a held booking and all others that ask the very same, each with the line and the day of its own.
     *
     * @return how many are tried again
     * @throws IllegalArgumentException when none of the booking's questions has that kind of answer
     */
    int answerAlike(CompanyId company, BookingId id, Answer answer, String who, String why);
}
