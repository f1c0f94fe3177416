package dk.ordrebro.web.answer;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.MayBook;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.Orders;
import dk.ordrebro.question.AnswerId;
import dk.ordrebro.question.Answers;
import dk.ordrebro.question.Given;
import dk.ordrebro.web.Said;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes an answer back, as long as nothing in the books rests on it; what it answered is asked again. */
@Controller
@MayBook
class WithdrawButton {

    private static final int LONGEST_WHY = 500;

    private final Orders orders;
    private final Answers answers;
    private final Bookings bookings;
    private final GivenAnswers given;

    WithdrawButton(Orders orders, Answers answers, Bookings bookings, GivenAnswers given) {
        this.orders = orders;
        this.answers = answers;
        this.bookings = bookings;
        this.given = given;
    }

    @PostMapping("/orders/{id}/answers/{answer}/withdraw")
    String withdraw(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OrderId id,
            @PathVariable AnswerId answer,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        orElse404(orders.find(me.company(), id));
        Optional<Given> one = answers.of(me.company(), id).stream()
                .filter(each -> each.id().equals(answer))
                .findFirst();
        if (!orElse404(one).stands() || why.length() > LONGEST_WHY || !given.withdrawable(me.company(), id)) {
            Said.bad(next, "answer.not-withdrawn");
            return "redirect:/orders/{id}";
        }
        answers.withdraw(me.company(), id, answer, me.who(), why.strip());
        List<Booking> held = bookings.ofOrder(me.company(), id).stream()
                .filter(booking -> booking.state() == BookingState.HELD)
                .toList();
        bookings.release(me.company(), held.stream().map(Booking::id).toList(), me.who());
        Said.good(next, "answer.withdrawn");
        return "redirect:/orders/{id}";
    }
}
