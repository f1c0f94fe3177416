package dk.ordrebro.booking;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.Lookup;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.enrichment.GivenOrder;
import dk.ordrebro.enrichment.question.Question;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.question.Answer;
import dk.ordrebro.question.Answers;
import dk.ordrebro.question.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** A held booking, its answer, and the document in the books, on a real database and against the simulator. */
@SpringBootTest(properties = "ordrebro.drains=off")
@OwnDatabase
class AnsweringTests {

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Answering answering;

    @Autowired
    private Answers answers;

    @BeforeAll
    static void startBilly() {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
    }

    @AfterAll
    static void stopBilly() {
        billy.close();
    }

    private static GivenOrder tillSale(String id) {
        return order().id(id).to("", "").item("1", "79");
    }

    private static String inTheBooks(Setup setup, Booking booking) {
        Invoice document = ((Lookup.Found) setup.system().read(Objects.requireNonNull(booking.invoice()))).invoice();
        return document.totals().gross() + " / " + document.totals().vat();
    }

    @Test
    void booksWhatWasHeldOnceItIsAnswered() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment sold = setup.handle(tillSale("1"));
        setup.drain();
        Booking held = setup.booking(sold);
        assertThat(held.state()).isEqualTo(BookingState.HELD);

        assertThat(answering.answer(
                        setup.company, held.id(), new Answer.ShopCountry("DK"), "ida@example.com", "Solgt i butikken"))
                .isTrue();
        setup.drain();

        Booking booked = setup.booking(sold);
        assertThat(booked.state()).isEqualTo(BookingState.SETTLED);
        assertThat(inTheBooks(setup, booked)).isEqualTo("DKK 79.00 / DKK 15.80");
        assertThat(Objects.requireNonNull(booked.trail()).notes()).contains("ANSWER_SHOP_COUNTRY|ida@example.com");
        assertThat(answers.of(setup.company, sold.order()))
                .extracting(Given::question, Given::answer, Given::who, Given::why)
                .containsExactly(
                        tuple("COUNTRY_MISSING", new Answer.ShopCountry("DK"), "ida@example.com", "Solgt i butikken"));
    }

    @Test
    void answersFiftyAlikeAtOnceAndNoOther() {
        Setup setup = Setup.of(context, billy, false);
        List<Fulfillment> sold = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            sold.add(setup.handle(tillSale("t" + i)));
        }
        Fulfillment other =
                setup.handle(order().id("other").to("Skandinavien", "").item("1", "79"));
        setup.drain();

        int answered = answering.answerAlike(
                setup.company, setup.booking(sold.get(7)).id(), new Answer.ShopCountry("DK"), "ida@example.com", "");
        setup.drain();

        assertThat(answered).isEqualTo(50);
        assertThat(sold)
                .allSatisfy(
                        one -> assertThat(inTheBooks(setup, setup.booking(one))).isEqualTo("DKK 79.00 / DKK 15.80"));
        assertThat(setup.booking(other).state()).isEqualTo(BookingState.HELD);
        assertThat(answers.of(setup.company, other.order())).isEmpty();
    }

    @Test
    void keepsNothingOfAnAnswerToWhatIsNotHeld() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment sold = setup.handle(order().id("fine").item("1", "79"));
        setup.drain();

        assertThat(answering.answer(
                        setup.company, setup.booking(sold).id(), new Answer.ShopCountry("DK"), "ida@example.com", ""))
                .isFalse();
        assertThat(answers.of(setup.company, sold.order())).isEmpty();
    }

    @Test
    void refusesAnAnswerToWhatWasNotAsked() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment sold = setup.handle(tillSale("2"));
        setup.drain();
        Booking held = setup.booking(sold);

        assertThatThrownBy(
                        () -> answering.answer(setup.company, held.id(), new Answer.LedgerVat(), "ida@example.com", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(answers.of(setup.company, sold.order())).isEmpty();
        assertThat(setup.booking(sold).state()).isEqualTo(BookingState.HELD);
    }

    @Test
    void answersEachOrdersOwnLine() {
        Setup setup = Setup.of(context, billy, false);
        List<Fulfillment> sold = List.of(
                setup.handle(order().id("n1").item("1", "125").line(LineKind.FREIGHT, "1", "-10", null)),
                setup.handle(order().id("n2").item("1", "250").line(LineKind.FREIGHT, "1", "-50", null)));
        setup.drain();
        Booking held = setup.booking(sold.getFirst());
        assertThat(held.reasons().getFirst().kind()).isEqualTo(Question.NEGATIVE_LINE);

        answering.answerAlike(
                setup.company,
                held.id(),
                new Answer.NegativeLineIs("2", Answer.NegativeLineIs.What.DISCOUNT),
                "ida@example.com",
                "");
        setup.drain();

        assertThat(sold.stream().map(one -> inTheBooks(setup, setup.booking(one))))
                .containsExactly("DKK 115.00 / DKK 23.00", "DKK 200.00 / DKK 40.00");
    }
}
