package dk.ordrebro.web.answer;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.MayBook;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.booking.Answering;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.NotSkippable;
import dk.ordrebro.booking.totals.DailyTotals;
import dk.ordrebro.booking.totals.ProblemGroup;
import dk.ordrebro.question.Answer;
import dk.ordrebro.question.Reason;
import dk.ordrebro.web.Said;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes an answer in, from the page of one booking and from the list of all that wait. */
@Controller
@MayBook
class AnswerButtons {

    private static final int LONGEST_WHY = 500;

    private final Bookings bookings;
    private final DailyTotals totals;
    private final AnswerReading reading;
    private final Answering answering;

    AnswerButtons(Bookings bookings, DailyTotals totals, AnswerReading reading, Answering answering) {
        this.bookings = bookings;
        this.totals = totals;
        this.reading = reading;
        this.answering = answering;
    }

    /** Who is answered. */
    enum Scope {
        /** This booking alone. */
        ONE,
        /** All that ask the very same. */
        ALL
    }

    /**
     * Answers one of the things a booking asks.
     *
     * @param question code of what was asked when the form was shown
     * @param at which of the booking's reasons it was
     * @param list whether the form stood in the list of all that wait, and leads back there
     */
    @PostMapping("/bookings/{id}/answer")
    String answer(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable BookingId id,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "0") int at,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "ONE") Scope scope,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "false") boolean list,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next) {
        Booking booking = orElse404(bookings.find(me.company(), id));
        boolean asks = booking.state() == BookingState.HELD
                && at >= 0
                && at < booking.reasons().size()
                && booking.reasons().get(at).code().equals(question);
        if (!asks) {
            return refused(Typed.Wrong.of("answer.no-question"), booking, "", list, next);
        }
        if (why.length() > LONGEST_WHY) {
            return refused(Typed.Wrong.of("answer.why-long"), booking, question, list, next);
        }
        Reason asked = booking.reasons().get(at);
        return switch (reading.read(me, booking, asked, answer, why, form)) {
            case Typed.Wrong wrong -> refused(wrong, booking, question, list, next);
            case Typed.Ready(Answer given) -> {
                try {
                    int released = give(me, id, given, scope, why.strip());
                    yield given(me, booking, released, list, next);
                } catch (NotSkippable stands) {
                    yield refused(Typed.Wrong.of("booking.not-gone"), booking, "", list, next);
                }
            }
        };
    }

    private int give(SignedIn me, BookingId id, Answer answer, Scope scope, String why) {
        return switch (scope) {
            case ALL -> answering.answerAlike(me.company(), id, answer, me.who(), why);
            case ONE -> answering.answer(me.company(), id, answer, me.who(), why) ? 1 : 0;
        };
    }

    private static String refused(
            Typed.Wrong wrong, Booking booking, String question, boolean list, RedirectAttributes next) {
        Said.bad(next, wrong.key(), wrong.facts().toArray());
        return list && !question.isEmpty()
                ? "redirect:/attention?reason=" + question + "&booking=" + booking.id() + "#" + question
                : "redirect:/bookings/" + booking.id();
    }

    /** On the list the next thing that is asked is opened at once. */
    private String given(SignedIn me, Booking booking, int released, boolean list, RedirectAttributes next) {
        if (released == 0) {
            return refused(Typed.Wrong.of("answer.no-question"), booking, "", list, next);
        }
        Said.good(next, released == 1 ? "answer.given-one" : "answer.given", released);
        if (!list) {
            if (released > 1) {
                next.addAttribute("watch", released);
                return "redirect:/attention";
            }
            return "redirect:/bookings/" + booking.id();
        }
        next.addAttribute("watch", released);
        totals.problems(me.company()).stream()
                .map(ProblemGroup::code)
                .findFirst()
                .ifPresent(code -> next.addAttribute("reason", code));
        return "redirect:/attention";
    }
}
