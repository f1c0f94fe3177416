package dk.ordrebro.web.answer;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.Orders;
import dk.ordrebro.question.Answer;
import dk.ordrebro.question.Answers;
import dk.ordrebro.question.Given;
import dk.ordrebro.web.Show;
import dk.ordrebro.web.Words;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The answers that were given to an order, in the reader's words. */
@Component("givenAnswers")
public class GivenAnswers {

    private final Answers answers;
    private final Bookings bookings;
    private final Orders orders;
    private final Words words;
    private final Show show;

    GivenAnswers(Answers answers, Bookings bookings, Orders orders, Words words, Show show) {
        this.answers = answers;
        this.bookings = bookings;
        this.orders = orders;
        this.words = words;
        this.show = show;
    }

    /** All of them, oldest first, withdrawn ones too. */
    public List<Given> of(CompanyId company, OrderId order) {
        return answers.of(company, order);
    }

    /** Whether an answer can still be taken back: as long as nothing in the books rests on it. */
    public boolean withdrawable(CompanyId company, OrderId order) {
        return bookings.ofOrder(company, order).stream().noneMatch(GivenAnswers::hasDocument);
    }

    /** A document that was made and is not known to be gone. */
    private static boolean hasDocument(Booking booking) {
        return switch (booking.state()) {
            case SENDING, SUSPECT, SETTLED -> true;
            case WAITING, HELD, SKIPPED -> booking.invoice() != null;
            case TAKEN_BACK -> false;
        };
    }

    /** What was answered, with its value. */
    public String sentence(CompanyId company, Answer answer) {
        String type = "given." + answer.getClass().getSimpleName();
        return switch (answer) {
            case Answer.Destination(var country, var postcode, var city) ->
                words.text(
                        type, String.join(" ", country(country), postcode, city).strip());
            case Answer.ShopCountry(var country) -> words.text(type, country(country));
            case Answer.VatNumberTyped(var number) -> words.text(type, number);
            case Answer.VatNumberChecked(var number, var how, var at, var consultation) ->
                words.text(type + "." + how, number, show.time(at), consultation == null ? "–" : consultation);
            case Answer.DifferenceIs(var what) -> words.text(type + "." + what);
            case Answer.NegativeLineIs(var _, var what) -> words.text(type + "." + what);
            case Answer.InvoiceDay(var day) -> words.text(type, show.day(day));
            case Answer.OriginalDocument(var document) -> words.text(type, document);
            case Answer.SpreadRefund(var over, var _, var _) -> words.text(type + "." + over);
            case Answer.ThisDocument(var document) -> words.text(type, document);
            case Answer.Wait(var until) -> words.text(type, show.day(until));
            case Answer.OriginalOrder(var order) ->
                words.text(
                        type,
                        orders.find(company, order)
                                .map(stored -> stored.order().number())
                                .orElse("–"));
            case Answer.PickedUpInDenmark _,
                    Answer.DanishVatInside _,
                    Answer.DanishSale _,
                    Answer.RulesetForLine _,
                    Answer.LedgerVat _,
                    Answer.FirstOpenDay _,
                    Answer.StandAloneCredit _,
                    Answer.MakeAgain _,
                    Answer.LedgersOwn _ -> words.text(type);
        };
    }

    private static String country(String code) {
        return Locale.of("", code).getDisplayCountry(LocaleContextHolder.getLocale());
    }
}
