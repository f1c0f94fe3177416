package dk.ordrebro.web.waiting;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.MayBook;
import dk.ordrebro.access.MayHandle;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.Who;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingFilter;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.NotSkippable;
import dk.ordrebro.booking.Remaking;
import dk.ordrebro.booking.edit.OrderEdit;
import dk.ordrebro.booking.edit.OrderEdits;
import dk.ordrebro.intake.refund.OpenRefund;
import dk.ordrebro.intake.refund.OpenRefunds;
import dk.ordrebro.intake.refund.RefundAnswer;
import dk.ordrebro.order.NotHandleable;
import dk.ordrebro.web.Said;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The same answer to several that wait outside the bookings. Each is answered by itself: what one cannot be holds none of the others up. */
@Controller
class WaitingButtons {

    /** One press of a button answers no more; the page shows how many are left. */
    private static final int AT_MOST = 500;

    private static final int LONGEST_WHY = 200;

    private final OrderEdits edits;
    private final OpenRefunds refunds;
    private final Bookings bookings;
    private final Remaking remaking;

    WaitingButtons(OrderEdits edits, OpenRefunds refunds, Bookings bookings, Remaking remaking) {
        this.edits = edits;
        this.refunds = refunds;
        this.bookings = bookings;
        this.remaking = remaking;
    }

    /** What is done. */
    enum Deed {
        /** What was made is made right: corrected, or made again. */
        RIGHT,
        /** It stays as it is, for a reason. */
        LEAVE
    }

    /**
     * Orders changed after they were booked.
     *
     * @param all instead of the chosen ones, all there are
     */
    @PostMapping("/attention/edits")
    @MayHandle
    String edits(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "edit", defaultValue = "") List<UUID> chosen,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam Deed deed,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        CompanyId company = me.company();
        List<UUID> some = all
                ? edits.open(company, Optional.empty(), AT_MOST).stream()
                        .map(OrderEdit::id)
                        .toList()
                : chosen;
        if (isAsking(some, deed == Deed.LEAVE, why, next)) {
            return back("edits");
        }
        each(some, next, id -> switch (deed) {
            case RIGHT -> edits.makeRight(company, id, why.strip(), Who.current());
            case LEAVE -> edits.leave(company, id, why.strip(), Who.current());
        });
        return back("edits");
    }

    /**
     * Money paid back.
     *
     * @param what it was for: the form of a {@link RefundAnswer}
     * @param account for goodwill
     * @param before whether, of all there are, those are meant that were sold before the shop was connected
     */
    @PostMapping("/attention/refunds")
    @MayHandle
    String refunds(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "refund", defaultValue = "") List<UUID> chosen,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "false") boolean before,
            @RequestParam(name = "for", defaultValue = "") String what,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        CompanyId company = me.company();
        if (what.equals("GOODWILL") && account.isBlank()) {
            Said.bad(next, "refund.account-missing");
            return back("refunds");
        }
        Optional<RefundAnswer> read = RefundAnswer.read(what.equals("GOODWILL") ? what + " " + account : what)
                .filter(one -> !(one instanceof RefundAnswer.OffLine));
        if (read.isEmpty()) {
            Said.bad(next, "refund.choose");
            return back("refunds");
        }
        RefundAnswer answer = read.get();
        OpenRefund.Kind kind = before ? OpenRefund.Kind.SOLD_BEFORE : OpenRefund.Kind.WHAT_FOR;
        List<UUID> some = all
                ? refunds.open(company, Optional.empty(), AT_MOST).stream()
                        .filter(one -> one.kind() == kind)
                        .map(OpenRefund::id)
                        .toList()
                : chosen;
        if (!isAsking(some, answer instanceof RefundAnswer.Nothing, why, next)) {
            each(some, next, id -> refunds.answer(company, id, answer, why, Who.current()));
        }
        return back("refunds");
    }

    /** Documents that are no longer in the accounting program. */
    @PostMapping("/attention/gone")
    @MayBook
    String gone(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "booking", defaultValue = "") List<BookingId> chosen,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam Deed deed,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        CompanyId company = me.company();
        BookingFilter filter = new BookingFilter(BookingState.SETTLED, null, null, null, "", Standing.GONE);
        List<BookingId> some = all
                ? bookings.page(company, filter, Optional.empty(), AT_MOST).stream()
                        .map(Booking::id)
                        .toList()
                : chosen;
        if (isAsking(some, deed == Deed.LEAVE, why, next)) {
            return back("gone");
        }
        each(some, next, id -> {
            switch (deed) {
                case RIGHT -> remaking.again(company, id, me.who());
                case LEAVE -> remaking.accept(company, id, why.strip(), me.who());
            }
            return true;
        });
        return back("gone");
    }

    /** Whether something is missing before anything can be done; it is said what. */
    private static boolean isAsking(List<?> chosen, boolean reason, String why, RedirectAttributes next) {
        if (chosen.isEmpty()) {
            Said.bad(next, "attention.choose");
        } else if ((reason && why.isBlank()) || why.length() > LONGEST_WHY) {
            Said.bad(next, "attention.why-missing");
        } else {
            return false;
        }
        return true;
    }

    private static <T> void each(List<T> some, RedirectAttributes next, Predicate<T> deed) {
        int done = 0;
        for (T one : some) {
            done += isDone(one, deed) ? 1 : 0;
        }
        int not = some.size() - done;
        if (done == 0) {
            Said.bad(next, "attention.none-answered");
        } else if (not == 0) {
            Said.good(next, done == 1 ? "attention.answered-one" : "attention.answered", done);
        } else {
            Said.bad(next, "attention.some-answered", done, not);
        }
    }

    /** What cannot be done to one of them is told with how many they were; it stays in the list, with its own page to see why. */
    private static <T> boolean isDone(T one, Predicate<T> deed) {
        try {
            return deed.test(one);
        } catch (NotHandleable | NotSkippable refused) {
            return false;
        }
    }

    private static String back(String part) {
        return "redirect:/attention#" + part;
    }
}
