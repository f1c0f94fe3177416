package dk.ordrebro.web.bookings;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.HeldBookings;
import dk.ordrebro.booking.Obstacle;
import dk.ordrebro.booking.totals.DailyTotals;
import dk.ordrebro.booking.totals.ProblemGroup;
import dk.ordrebro.question.Answers;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The way from one booking that waits for a person to the next. */
@Component("besideHeld")
public class BesideHeld {

    /** What saving a template may mend. */
    private static final Set<String> ON_TEMPLATES = Set.of(
            "TEMPLATE_INCOMPLETE",
            "GIFT_CARD_TEMPLATE_MISSING",
            "ACCOUNT_GONE",
            "RULESET_GONE",
            "RULE_ACCOUNT_GONE",
            "RULE_RULESET_GONE",
            "OSS_RULE_MISSING",
            "OSS_DANISH_VAT",
            "ACCOUNT_UNUSABLE",
            "RULESET_MISSING",
            "RATE_DISAGREES");

    private final HeldBookings held;
    private final DailyTotals totals;
    private final Answers answers;

    BesideHeld(HeldBookings held, DailyTotals totals, Answers answers) {
        this.answers = answers;
        this.held = held;
        this.totals = totals;
    }

    /** What waits for a template, so that it can be tried again where templates are saved. */
    public List<ProblemGroup> onTemplates(CompanyId company) {
        return totals.problems(company).stream()
                .filter(group -> ON_TEMPLATES.contains(group.code()))
                .toList();
    }

    public HeldBookings.Neighbours of(Booking booking) {
        return booking.state() == BookingState.HELD || isPassedOver(booking) || wasAnswered(booking)
                ? held.neighbours(booking.company(), booking.id())
                : new HeldBookings.Neighbours(null, null);
    }

    /** Whoever has just answered one goes on to the next. */
    private boolean wasAnswered(Booking booking) {
        return !answers.standing(booking.company(), List.of(booking.order())).isEmpty();
    }

    /** Whether a person passed it over, which can be taken back. */
    public boolean isPassedOver(Booking booking) {
        return booking.state() == BookingState.SKIPPED
                && booking.reasons().stream().anyMatch(reason -> reason.kind() == Obstacle.SKIPPED_BY_PERSON);
    }
}
