package dk.ordrebro.web.answer;

import dk.ordrebro.access.SignedIn;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.enrichment.chart.ChartWatch;
import dk.ordrebro.order.list.ListedOrder;
import dk.ordrebro.order.list.OrderFilter;
import dk.ordrebro.order.list.OrderList;
import dk.ordrebro.question.Answer;
import dk.ordrebro.question.AnswerKind;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Reason;
import dk.ordrebro.web.DayFormat;
import dk.ordrebro.web.Show;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads what a person answered out of the form. */
@Component
class AnswerReading {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int LONGEST = 100;
    private static final int ORDERS_LOOKED_THROUGH = 50;

    private final Register register;
    private final OrderList orders;
    private final ChartWatch charts;
    private final InstantSource clock;

    AnswerReading(Register register, OrderList orders, ChartWatch charts, InstantSource clock) {
        this.register = register;
        this.orders = orders;
        this.charts = charts;
        this.clock = clock;
    }

    /** @param code of the choice; one that does not answer the question is wrong */
    Typed read(
            SignedIn me,
            Booking booking,
            Reason question,
            String code,
            String why,
            MultiValueMap<String, String> form) {
        if (Choice.of(question).stream().noneMatch(choice -> choice.code().equals(code))) {
            return Typed.Wrong.of("answer.choose");
        }
        AnswerKind kind = AnswerKind.valueOf(code.split("\\.", 2)[0]);
        String part = Choice.part(code);
        Function<Field, String> typed = field -> text(form, field.of(code));
        return switch (kind) {
            case DESTINATION ->
                country(typed, country -> new Answer.Destination(country, typed.apply(Field.POSTCODE), ""));
            case SHOP_COUNTRY -> country(typed, Answer.ShopCountry::new);
            case PICKED_UP_IN_DENMARK -> ready(new Answer.PickedUpInDenmark());
            case VAT_NUMBER_TYPED -> register.typed(booking, typed.apply(Field.VAT_NUMBER));
            case VAT_NUMBER_CHECKED ->
                code.equals(Choice.VIES)
                        ? register.lookUp(me, booking, typed.apply(Field.VAT_NUMBER))
                        : byHand(booking, typed, why);
            case DANISH_VAT_INSIDE -> ready(new Answer.DanishVatInside());
            case DANISH_SALE -> ready(new Answer.DanishSale());
            case RULESET_FOR_LINE -> ruleset(booking, question, typed.apply(Field.RULESET));
            case DIFFERENCE_IS -> ready(new Answer.DifferenceIs(Answer.DifferenceIs.What.valueOf(part)));
            case LEDGER_VAT -> ready(new Answer.LedgerVat());
            case NEGATIVE_LINE_IS ->
                ready(new Answer.NegativeLineIs(line(question), Answer.NegativeLineIs.What.valueOf(part)));
            case INVOICE_DAY -> day(typed, Answer.InvoiceDay::new);
            case FIRST_OPEN_DAY -> ready(new Answer.FirstOpenDay());
            case ORIGINAL_IS -> original(booking, code, typed);
            case STAND_ALONE_CREDIT -> ready(new Answer.StandAloneCredit());
            case SPREAD_REFUND -> ready(new Answer.SpreadRefund(Answer.SpreadRefund.Over.valueOf(part), null, null));
            case THIS_DOCUMENT -> ready(new Answer.ThisDocument(part));
            case MAKE_AGAIN -> ready(new Answer.MakeAgain());
            case LEDGERS_OWN -> ready(new Answer.LedgersOwn(Set.of(question.code())));
            case WAIT -> until(typed);
        };
    }

    private static Typed ready(Answer answer) {
        return new Typed.Ready(answer);
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        String text = form.getFirst(name);
        String stripped = text == null ? "" : text.strip();
        return stripped.substring(0, Math.min(stripped.length(), LONGEST));
    }

    private static String line(Reason question) {
        return question.fact(Fact.Line.class).map(Fact.Line::key).orElse("");
    }

    private static Typed country(Function<Field, String> typed, Function<String, Answer> answer) {
        String country = typed.apply(Field.COUNTRY);
        return COUNTRIES.contains(country) ? ready(answer.apply(country)) : Typed.Wrong.of("answer.country-missing");
    }

    private static Typed day(Function<Field, String> typed, Function<LocalDate, Answer> answer) {
        return DayFormat.read(typed.apply(Field.DAY))
                .map(day -> ready(answer.apply(day)))
                .orElseGet(() -> Typed.Wrong.of("answer.day-missing"));
    }

    private Typed until(Function<Field, String> typed) {
        Typed wait = day(typed, Answer.Wait::new);
        return wait instanceof Typed.Ready(Answer.Wait(var until)) && !until.isAfter(today())
                ? Typed.Wrong.of("answer.day-ahead")
                : wait;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Show.COPENHAGEN);
    }

    /** Whoever checked it says when and how; nobody can check tomorrow. */
    private Typed byHand(Booking booking, Function<Field, String> typed, String why) {
        Optional<LocalDate> day = DayFormat.read(typed.apply(Field.CHECKED_ON));
        if (day.isEmpty() || day.get().isAfter(today())) {
            return Typed.Wrong.of("answer.checked-on-missing");
        }
        if (why.isBlank()) {
            return Typed.Wrong.of("answer.how-missing");
        }
        Instant at = day.get().equals(today())
                ? clock.instant()
                : day.get().atStartOfDay(Show.COPENHAGEN).toInstant();
        return register.byHand(booking, typed.apply(Field.VAT_NUMBER), at);
    }

    private Typed ruleset(Booking booking, Reason question, String id) {
        boolean known = Optional.ofNullable(booking.accounting())
                .flatMap(accounting -> charts.latest(booking.company(), accounting))
                .stream()
                .flatMap(chart -> chart.rulesets().stream())
                .anyMatch(ruleset -> ruleset.id().value().equals(id));
        return known ? ready(new Answer.RulesetForLine(line(question), id)) : Typed.Wrong.of("answer.ruleset-missing");
    }

    private Typed original(Booking booking, String code, Function<Field, String> typed) {
        if (code.equals(Choice.ORIGINAL_DOCUMENT)) {
            String document = typed.apply(Field.DOCUMENT);
            return document.isEmpty()
                    ? Typed.Wrong.of("answer.document-missing")
                    : ready(new Answer.OriginalDocument(document));
        }
        String number = typed.apply(Field.ORDER_NUMBER);
        if (number.isEmpty()) {
            return Typed.Wrong.of("answer.order-missing");
        }
        List<ListedOrder> found = orders
                .first(
                        booking.company(),
                        new OrderFilter(Set.of(), booking.shop(), "", null, null, number),
                        ORDERS_LOOKED_THROUGH)
                .orders()
                .stream()
                .filter(order -> order.number().equals(number) && !order.id().equals(booking.order()))
                .toList();
        return found.size() == 1
                ? ready(new Answer.OriginalOrder(found.getFirst().id()))
                : Typed.Wrong.of("answer.order-unknown", number);
    }
}
