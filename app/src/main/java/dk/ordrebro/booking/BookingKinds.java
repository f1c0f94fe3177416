package dk.ordrebro.booking;

import dk.ordrebro.accounting.Problem;
import dk.ordrebro.enrichment.question.Passed;
import dk.ordrebro.enrichment.question.Question;
import dk.ordrebro.question.Kinds;

/** Every kind of reason a booking can have. */
public final class BookingKinds {

    public static final Kinds ALL =
            Kinds.of(Question.values(), Passed.values(), Problem.Code.values(), Difference.values(), Obstacle.values());

    private BookingKinds() {}
}
