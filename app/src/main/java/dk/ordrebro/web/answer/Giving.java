package dk.ordrebro.web.answer;

import dk.ordrebro.access.SignedIn;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.question.Answer;
import dk.ordrebro.question.Answers;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Reason;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gives an answer to whoever asked, and lets them go on. */
@Component
class Giving {

    private final Answers answers;
    private final Bookings bookings;
    private final AlikeBookings alike;

    Giving(Answers answers, Bookings bookings, AlikeBookings alike) {
        this.answers = answers;
        this.bookings = bookings;
        this.alike = alike;
    }

    /** @return how many go on */
    int one(SignedIn me, Booking booking, Reason question, Answer answer, String why) {
        return give(me, List.of(booking), question, answer, why);
    }

    /** @return how many go on */
    int all(SignedIn me, Reason question, Answer answer, String why) {
        return alike.forAll(me.company(), question, some -> give(me, some, question, answer, why));
    }

    private int give(SignedIn me, List<Booking> asking, Reason question, Answer answer, String why) {
        List<Answers.Told> told = asking.stream()
                .flatMap(booking -> told(booking, question, answer))
                .distinct()
                .toList();
        answers.give(me.company(), told, me.who(), why);
        return bookings.release(
                me.company(), asking.stream().map(Booking::id).toList(), me.who());
    }

    private static Stream<Answers.Told> told(Booking booking, Reason question, Answer answer) {
        return booking.reasons().stream()
                .filter(question::isLike)
                .map(asked -> new Answers.Told(
                        booking.order(),
                        asked,
                        asked.fact(Fact.Line.class)
                                .map(line -> answer.forLine(line.key()))
                                .orElse(answer)));
    }
}
