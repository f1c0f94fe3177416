package dk.ordrebro.web.answer;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static dk.ordrebro.web.SignedInAs.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dk.ordrebro.access.Role;
import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingKinds;
import dk.ordrebro.booking.Obstacle;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.enrichment.chart.ChartWatch;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.question.AnswerKind;
import dk.ordrebro.question.Answers;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Kind;
import dk.ordrebro.question.QuestionJson;
import dk.ordrebro.question.Reason;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

/** Every kind of question has a form with each of its answers, in both languages, and each of them can be sent and is kept. */
@SpringBootTest(properties = {"ordrebro.drains=off", "ordrebro.vies=off"})
@AutoConfigureMockMvc
@OwnDatabase
class EveryAnswerTests {

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Answers answers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MessageSource texts;

    @BeforeAll
    static void startBilly() {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
    }

    @AfterAll
    static void stopBilly() {
        billy.close();
    }

    /** What is gone comes last: made again, it is another booking's. */
    private static Stream<Kind> answerable() {
        return BookingKinds.ALL.all().stream()
                .filter(kind -> !kind.answers().isEmpty())
                .sorted(Comparator.comparing(kind -> kind == Obstacle.INVOICE_GONE));
    }

    private static Reason asked(Kind kind) {
        return kind.with(
                new Fact.Line("1", "Te"),
                new Fact.VatNumber("DE136695976"),
                new Fact.Document("found-1", "17"),
                new Fact.Document("found-2", "18"));
    }

    @Test
    void hasAFormInBothLanguages() throws Exception {
        Setup setup = Setup.of(context, billy, false);
        Booking booking = held(setup);
        for (Kind kind : answerable().toList()) {
            ask(setup, booking, kind);
            for (String language : List.of("da", "en")) {
                for (String path : List.of("/bookings/" + booking.id(), "/attention?reason=" + kind)) {
                    String page = mvc.perform(
                                    get(path).param("lang", language).with(as(setup.company, Role.BOOKKEEPER)))
                            .andExpect(status().isOk())
                            .andReturn()
                            .getResponse()
                            .getContentAsString();
                    for (Choice choice : offered(kind)) {
                        if (path.startsWith("/bookings")) {
                            assertThat(page)
                                    .as(path + " for " + kind)
                                    .contains("value=\"" + choice.code() + "\"", label(choice, language));
                        }
                    }
                    assertThat(page).doesNotContain("??", Choice.VIES);
                }
            }
        }
    }

    private String label(Choice choice, String language) {
        return HtmlUtils.htmlEscape(
                texts.getMessage(choice.label(), new Object[] {choice.fact()}, Locale.of(language)), "UTF-8");
    }

    @Test
    void keepsEachAnswer() throws Exception {
        Setup setup = Setup.of(context, billy, false);
        setup.keep(order().id("original").item("1", "125"));
        Booking booking = held(setup);
        context.getBean(ChartWatch.class)
                .saw(
                        setup.company,
                        setup.accounting.id(),
                        context.getBean(AccountingSystems.class)
                                .open(setup.accounting)
                                .chart());
        for (Kind kind : answerable().toList()) {
            Set<AnswerKind> kept = EnumSet.noneOf(AnswerKind.class);
            for (Choice choice : offered(kind)) {
                ask(setup, booking, kind);
                int before = answers.of(setup.company, booking.order()).size();
                send(setup, booking, kind, choice);
                var all = answers.of(setup.company, booking.order());
                assertThat(all).as(kind + " answered with " + choice.code()).hasSize(before + 1);
                assertThat(all.getLast().question()).isEqualTo(kind.name());
                kept.add(all.getLast().answer().kind());
            }
            assertThat(kept).as(kind.name()).isEqualTo(kind.answers());
        }
    }

    private void send(Setup setup, Booking booking, Kind kind, Choice choice) throws Exception {
        MockHttpServletRequestBuilder form = post("/bookings/" + booking.id() + "/answer")
                .param("question", kind.name())
                .param("answer", choice.code())
                .param("why", "set efter");
        for (Field field : choice.fields()) {
            form.param(field.of(choice.code()), value(setup, field));
        }
        mvc.perform(form.with(as(setup.company, Role.BOOKKEEPER)).with(csrf())).andExpect(status().is3xxRedirection());
    }

    private String value(Setup setup, Field field) {
        return switch (field) {
            case COUNTRY -> "DK";
            case POSTCODE -> "8000";
            case VAT_NUMBER -> "DE136695976";
            case CHECKED_ON -> "01-02-2026";
            case DAY -> "01-02-2099";
            case ORDER_NUMBER -> number(setup);
            case DOCUMENT -> "inv-1";
            case RULESET -> setup.system().chart().rulesets().getFirst().id().value();
        };
    }

    private String number(Setup setup) {
        return jdbc.sql("select number from shop_order where company_id = ? and shop_order_id = 'original'")
                .param(setup.company.value())
                .query(String.class)
                .single();
    }

    private static List<Choice> offered(Kind kind) {
        return Choice.of(asked(kind)).stream()
                .filter(choice -> !choice.code().equals(Choice.VIES))
                .collect(Collectors.toList());
    }

    private Booking held(Setup setup) {
        Fulfillment delivery = setup.handle(order().id("1").to("", "8000").item("1", "125"));
        setup.drain();
        return setup.booking(delivery);
    }

    /** Lets the booking be held for a kind of question; how each comes about is shown where enrichment is tested. */
    private void ask(Setup setup, Booking booking, Kind kind) {
        // What is taken as it stands has a document, and what is gone had one.
        boolean made = kind == Obstacle.INVOICE_GONE || kind.answers().contains(AnswerKind.LEDGERS_OWN);
        jdbc.sql("""
                        update booking set state = 'HELD', reasons = :reasons,
                               invoice_id = case when :made then 'made' end, standing = case when :made then 'GONE' end
                        where company_id = :company and booking_id = :booking
                        """)
                .param("reasons", QuestionJson.write(List.of(asked(kind))))
                .param("made", made)
                .param("company", setup.company.value())
                .param("booking", booking.id().value())
                .update();
    }
}
