package dk.ordrebro.proof.asked;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.booking.edit.OrderEdits;
import dk.ordrebro.intake.HeldArrivals;
import dk.ordrebro.intake.refund.OpenRefunds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Reads what waits for an answer, from each of those who ask. */
public final class OpenQuestions {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private final HeldArrivals arrivals;
    private final OrderEdits edits;
    private final OpenRefunds refunds;

    public OpenQuestions(HeldArrivals arrivals, OrderEdits edits, OpenRefunds refunds) {
        this.arrivals = arrivals;
        this.edits = edits;
        this.refunds = refunds;
    }

    /** Those of all shops between two days, both included. */
    public List<OpenQuestion> between(CompanyId company, LocalDate from, LocalDate through) {
        Instant start = from.atStartOfDay(COPENHAGEN).toInstant();
        Instant end = through.plusDays(1).atStartOfDay(COPENHAGEN).toInstant();
        return Stream.of(
                        arrivals.waiting(company, start, end).stream()
                                .map(one -> new OpenQuestion(
                                        day(one.heldAt()), one.shop(), OpenQuestion.Kind.ARRIVAL, null)),
                        edits.openBetween(company, from, through).stream()
                                .map(one ->
                                        new OpenQuestion(one.day(), one.shop(), OpenQuestion.Kind.EDIT, one.booked())),
                        refunds.openBetween(company, start, end).stream()
                                .map(one -> new OpenQuestion(
                                        day(one.paidAt()),
                                        one.shop(),
                                        OpenQuestion.Kind.REFUND,
                                        one.gross().negated())))
                .flatMap(some -> some)
                .toList();
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, COPENHAGEN);
    }
}
