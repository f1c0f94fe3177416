package dk.ordrebro.booking.drain;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.booking.Answering;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.Remaking;
import dk.ordrebro.booking.ledgers.TakenAsItStands;
import dk.ordrebro.question.Answer;
import dk.ordrebro.question.AnswerKind;
import dk.ordrebro.question.Answers;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

class JdbcAnswering implements Answering {

    private static final int PAGE = 500;

    private final Bookings bookings;
    private final Answers answers;
    private final Redating redating;
    private final JdbcClient jdbc;
    private final Remaking remaking;
    private final TakenAsItStands taking;

    JdbcAnswering(
            JdbcClient jdbc,
            Bookings bookings,
            Answers answers,
            Redating redating,
            Remaking remaking,
            TakenAsItStands taking) {
        this.taking = taking;
        this.jdbc = jdbc;
        this.remaking = remaking;
        this.bookings = bookings;
        this.answers = answers;
        this.redating = redating;
    }

    /** One of the bookings that ask, and what it asks. */
    private record Asked(Booking booking, Reason question) {

        Answer answered(Answer answer) {
            return question.fact(Fact.Line.class)
                    .map(line -> answer.forLine(line.key()))
                    .orElse(answer);
        }

        /** The day an answer dates the document; empty where it says nothing of the day. */
        Optional<LocalDate> day(Answer answer) {
            return switch (answer) {
                case Answer.InvoiceDay(var day) -> Optional.of(day);
                case Answer.FirstOpenDay() ->
                    question.facts().stream()
                            .filter(Fact.Day.class::isInstance)
                            .map(fact -> ((Fact.Day) fact).day())
                            .reduce((first, last) -> last)
                            .map(locked -> locked.plusDays(1));
                default -> Optional.empty();
            };
        }
    }

    @Override
    @Transactional
    public boolean answer(CompanyId company, BookingId id, Answer answer, String who, String why) {
        return held(company, id, answer)
                .map(booking -> keep(company, List.of(asked(booking, answer)), answer, who, why) == 1)
                .orElse(false);
    }

    @Override
    @Transactional
    public int answerAlike(CompanyId company, BookingId id, Answer answer, String who, String why) {
        return held(company, id, answer)
                .map(booking -> keep(company, alike(company, asked(booking, answer), answer), answer, who, why))
                .orElse(0);
    }

    private Optional<Booking> held(CompanyId company, BookingId id, Answer answer) {
        return bookings.find(company, id).filter(booking -> isOpen(booking, answer));
    }

    /** Once a document stands, its draft is frozen and no answer changes it, but to make it again where it is gone, or to take it as it stands. */
    private static boolean isOpen(Booking booking, Answer answer) {
        return booking.state() == BookingState.HELD
                && (booking.invoice() == null
                        || answer.kind() == AnswerKind.MAKE_AGAIN
                        || answer.kind() == AnswerKind.LEDGERS_OWN);
    }

    private static Asked asked(Booking booking, Answer answer) {
        List<Reason> answerable = booking.reasons().stream()
                .filter(reason -> reason.kind().answers().contains(answer.kind()))
                .toList();
        if (answerable.isEmpty()) {
            throw new IllegalArgumentException("Booking " + booking.id() + " asks nothing that is answered with "
                    + answer.kind() + ": " + booking.reasons());
        }
        return new Asked(
                booking,
                answerable.stream()
                        .filter(reason -> isAbout(reason, answer))
                        .findFirst()
                        .orElse(answerable.getFirst()));
    }

    /** Two lines of one order may ask the same: the answer names its line. */
    private static boolean isAbout(Reason reason, Answer answer) {
        return reason.fact(Fact.Line.class)
                .map(line -> answer.equals(answer.forLine(line.key())))
                .orElse(true);
    }

    private List<Asked> alike(CompanyId company, Asked first, Answer answer) {
        List<Asked> alike = new ArrayList<>();
        Optional<BookingId> before = Optional.empty();
        List<Booking> page;
        do {
            page = bookings.held(company, first.question().code(), before, PAGE);
            for (Booking booking : page) {
                booking.reasons().stream()
                        .filter(_ -> isOpen(booking, answer))
                        .filter(first.question()::isLike)
                        .forEach(reason -> alike.add(new Asked(booking, reason)));
                before = Optional.of(booking.id());
            }
        } while (page.size() == PAGE);
        return alike;
    }

    private int keep(CompanyId company, List<Asked> asked, Answer answer, String who, String why) {
        answers.give(
                company,
                asked.stream()
                        .map(one -> new Answers.Told(one.booking().order(), one.question(), one.answered(answer)))
                        .toList(),
                who,
                why);
        List<BookingId> ids =
                asked.stream().map(one -> one.booking().id()).distinct().toList();
        asked.forEach(one -> one.day(answer).ifPresent(day -> redating.date(one.booking(), day)));
        return switch (answer) {
            case Answer.MakeAgain _ -> {
                ids.forEach(id -> remaking.again(company, id, who));
                yield ids.size();
            }
            case Answer.ThisDocument(var document) -> {
                ids.forEach(id -> take(company, id, document));
                yield bookings.release(company, ids, who);
            }
            case Answer.LedgersOwn _ ->
                bookings.release(
                        company,
                        ids.stream()
                                .filter(id -> bookings.find(company, id)
                                        .filter(held -> taking.take(held, who))
                                        .isPresent())
                                .toList(),
                        who);
            default -> bookings.release(company, ids, who);
        };
    }

    /** From now on the booking's document is this one: it is read and checked like one that was just made. */
    private void take(CompanyId company, BookingId id, String document) {
        jdbc.sql(
                        "update booking set invoice_id = ? where company_id = ? and booking_id = ? and state = 'HELD' and invoice_id is null")
                .params(document, company.value(), id.value())
                .update();
    }
}
