package dk.ordrebro.web.answer;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static dk.ordrebro.web.SignedInAs.as;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dk.ordrebro.access.Role;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.billysimulator.books.Invoice;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.enrichment.GivenOrder;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.question.Answer;
import dk.ordrebro.question.Answers;
import dk.ordrebro.question.Given;
import dk.ordrebro.web.Said;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What a person answers on the page is kept, and becomes the right document in the accounting program's own books. */
@SpringBootTest(properties = {"ordrebro.drains=off", "ordrebro.vies=off"})
@AutoConfigureMockMvc
@OwnDatabase
class AnswerPagesTests {

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Answers answers;

    private Setup setup;

    @BeforeAll
    static void startBilly() {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
    }

    @AfterAll
    static void stopBilly() {
        billy.close();
    }

    @BeforeEach
    void setUp() {
        setup = Setup.of(context, billy, false);
    }

    private Fulfillment held(GivenOrder order) {
        Fulfillment delivery = setup.handle(order);
        setup.drain();
        assertThat(setup.booking(delivery).state()).isEqualTo(BookingState.HELD);
        return delivery;
    }

    private String read(String path, Role role) throws Exception {
        return mvc.perform(get(path).with(as(setup.company, role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** Sends the form of the first thing a booking asks; the fields are names and values in turn. */
    private Said answer(Fulfillment delivery, String answer, String... fields) throws Exception {
        Booking booking = setup.booking(delivery);
        MockHttpServletRequestBuilder form = post("/bookings/" + booking.id() + "/answer")
                .param("question", booking.reasons().getFirst().code())
                .param("answer", answer);
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return (Said) requireNonNull(
                mvc.perform(form.with(as(setup.company, Role.BOOKKEEPER)).with(csrf()))
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getFlashMap()
                        .get("said"));
    }

    /** What stands in the simulator's own books: gross and VAT of each document. */
    private List<List<String>> books() {
        var company = billy.admin().company(setup.keys.organizationId());
        return company.read(() -> company.all(Invoice.SCHEMA)).stream()
                .map(row -> List.of(
                        plain(row.need(Invoice.AMOUNT).add(row.need(Invoice.TAX))), plain(row.need(Invoice.TAX))))
                .toList();
    }

    private static String plain(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }

    private List<Given> given(Fulfillment delivery) {
        return answers.of(setup.company, delivery.order());
    }

    @Test
    void aChosenCountryBecomesTheDocument() throws Exception {
        Fulfillment delivery = held(order().id("1").to("", "8000").item("1", "125"));

        String page = read("/bookings/" + setup.booking(delivery).id(), Role.BOOKKEEPER);
        assertThat(page).contains("Vælg, hvor der er leveret", ">Danmark</option>", "Hentet i Danmark");

        answer(delivery, "DESTINATION", "DESTINATION.COUNTRY", "DK", "DESTINATION.POSTCODE", "8000", "why", "Ringede");
        setup.drain();

        assertThat(books()).containsExactly(List.of("125.00", "25.00"));
        assertThat(given(delivery)).singleElement().satisfies(one -> {
            assertThat(one.answer()).isEqualTo(new Answer.Destination("DK", "8000", ""));
            assertThat(one.who()).isEqualTo("fie@butik.example");
            assertThat(one.why()).isEqualTo("Ringede");
        });
        assertThat(read("/orders/" + delivery.order(), Role.READ_ONLY))
                .contains("Leveret til Danmark 8000", "fie@butik.example", "»Ringede«")
                .doesNotContain("Træk svaret tilbage");
    }

    @Test
    void aNumberSomebodyCheckedMakesADocumentWithoutVat() throws Exception {
        Fulfillment delivery = held(order().id("1")
                .company("Blumen GmbH", "DE136695976", false)
                .to("DE", "10115")
                .rate("0")
                .item("1", "100"));

        assertThat(answer(delivery, Choice.BY_HAND, Field.VAT_NUMBER.of(Choice.BY_HAND), "DE136695976")
                        .good())
                .as("without a day")
                .isFalse();
        Said said = answer(
                delivery,
                Choice.BY_HAND,
                Field.VAT_NUMBER.of(Choice.BY_HAND),
                "DE 136 695 976",
                Field.CHECKED_ON.of(Choice.BY_HAND),
                "20-11-2026",
                "why",
                "Slået op på EU's side");
        assertThat(said.good()).as(said.key()).isTrue();
        setup.drain();

        assertThat(books()).containsExactly(List.of("100.00", "0.00"));
    }

    @Test
    void oneAnswerIsGivenToAllThatAskTheSame() throws Exception {
        List<Fulfillment> all = IntStream.rangeClosed(1, 50)
                .mapToObj(n -> setup.handle(order().id("o" + n).to("", "8000").item("1", "125")))
                .toList();
        setup.drain();

        assertThat(read("/attention?reason=COUNTRY_MISSING", Role.OWNER)).contains("Svar for alle 50 ens");
        answer(all.getFirst(), "PICKED_UP_IN_DENMARK", "scope", "ALL", "list", "true");
        setup.drain();

        assertThat(books()).hasSize(50).containsOnly(List.of("125.00", "25.00"));
        assertThat(all).allSatisfy(one -> assertThat(given(one)).hasSize(1));
    }

    @Test
    void anAnswerIsWithdrawnAndAskedForAgain() throws Exception {
        Fulfillment delivery = held(order().id("1").to("", "8000").item("1", "125"));
        answer(delivery, "PICKED_UP_IN_DENMARK");
        Given one = given(delivery).getFirst();
        assertThat(read("/orders/" + delivery.order(), Role.OWNER)).contains("Træk svaret tilbage");

        mvc.perform(post("/orders/" + delivery.order() + "/answers/" + one.id() + "/withdraw")
                        .with(as(setup.company, Role.OWNER))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        setup.drain();

        assertThat(given(delivery)).noneMatch(Given::stands);
        assertThat(setup.booking(delivery).state()).isEqualTo(BookingState.HELD);
        assertThat(books()).isEmpty();
        assertThat(read("/orders/" + delivery.order(), Role.OWNER))
                .contains("Trukket tilbage af fie@butik.example", "Svar på »Ordren nævner intet land«");
    }

    @Test
    void whoMayNotAnswerReadsWhy() throws Exception {
        Fulfillment delivery = held(order().id("1").to("", "8000").item("1", "125"));
        String path = "/bookings/" + setup.booking(delivery).id();

        assertThat(read(path, Role.READ_ONLY))
                .contains("Kun ejeren og bogholderen kan svare")
                .doesNotContain("name=\"answer\"");
        mvc.perform(post(path + "/answer")
                        .param("question", "COUNTRY_MISSING")
                        .param("answer", "PICKED_UP_IN_DENMARK")
                        .with(as(setup.company, Role.READ_ONLY))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(given(delivery)).isEmpty();
    }
}
