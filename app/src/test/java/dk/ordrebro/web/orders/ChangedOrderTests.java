package dk.ordrebro.web.orders;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static dk.ordrebro.web.SignedInAs.as;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dk.ordrebro.access.Role;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.booking.edit.OrderEdit;
import dk.ordrebro.booking.edit.OrderEdits;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.intake.refund.OpenRefund;
import dk.ordrebro.intake.refund.OpenRefunds;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.OrderId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is asked about an order after it was booked, answered on its page. */
@SpringBootTest(properties = "ordrebro.drains=off")
@AutoConfigureMockMvc
@OwnDatabase
class ChangedOrderTests {

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private OrderEdits edits;

    @Autowired
    private OpenRefunds refunds;

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    static void startBilly() {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
    }

    @AfterAll
    static void stopBilly() {
        billy.close();
    }

    private MvcTestResult get(Setup setup, String path) {
        return mvc.get().uri(path).with(as(setup.company, Role.OWNER)).exchange();
    }

    private void post(Setup setup, String path, String... form) {
        var request = mvc.post().uri(path).with(as(setup.company, Role.OWNER)).with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        assertThat(request.exchange()).hasStatus3xxRedirection();
    }

    private Setup changed() {
        Setup setup = Setup.of(context, billy, true);
        setup.handle(order().item("1", "100"));
        setup.drain();
        setup.keep(order().item("1", "80"));
        return setup;
    }

    @Test
    void showsWhatDiffersWithTheAnswersAndOnTheListOfWhatNeedsAttention() {
        Setup setup = changed();
        OrderId id = edits.open(setup.company, Optional.empty(), 1).getFirst().order();

        assertThat(get(setup, "/orders/" + id))
                .hasStatusOk()
                .bodyText()
                .contains("Ændret, efter at den blev faktureret", "Ret forskellen", "Lad det stå", "Pris: item 1");
        assertThat(get(setup, "/attention"))
                .bodyText()
                .contains("Ændret, efter at den blev faktureret", "/orders/" + id);
    }

    /** A draft is deleted, an approved invoice credited, and without a document neither. */
    @Test
    void saysWhatUndoingWillDo() {
        Setup drafts = Setup.of(context, billy, false);
        Fulfillment delivery = drafts.handle(order().item("1", "100"));
        assertThat(get(drafts, "/orders/" + delivery.order()))
                .bodyText()
                .contains("Er en faktura på vej, tages den også tilbage.")
                .doesNotContain("Kladden slettes", "Vi laver en kreditnota for hele fakturaen");

        drafts.drain();
        assertThat(get(drafts, "/orders/" + delivery.order()))
                .bodyText()
                .contains("Kladden slettes i regnskabsprogrammet")
                .doesNotContain("intet slettes");

        Setup approved = Setup.of(context, billy, true);
        Fulfillment other = approved.handle(order().item("1", "100"));
        approved.drain();
        assertThat(get(approved, "/orders/" + other.order()))
                .bodyText()
                .contains("Vi laver en kreditnota for hele fakturaen")
                .doesNotContain("Kladden slettes");
    }

    @Test
    void makesTheDifferenceRight() {
        Setup setup = changed();
        OrderId id = edits.open(setup.company, Optional.empty(), 1).getFirst().order();

        post(setup, "/orders/" + id + "/edit/right");

        assertThat(edits.countOpen(setup.company)).isZero();
        assertThat(get(setup, "/orders/" + id)).bodyText().contains("Rettet af fie@butik.example");
    }

    @Test
    void leavesItOnlyWithAReason() {
        Setup setup = changed();
        OrderEdit edit = edits.open(setup.company, Optional.empty(), 1).getFirst();

        post(setup, "/orders/" + edit.order() + "/edit/leave", "why", " ");
        assertThat(edits.countOpen(setup.company)).isEqualTo(1);
        post(setup, "/orders/" + edit.order() + "/edit/leave", "why", "Aftalt i telefonen");

        assertThat(edits.countOpen(setup.company)).isZero();
        assertThat(get(setup, "/orders/" + edit.order())).bodyText().contains("Aftalt i telefonen");
    }

    @Test
    void asksWhatMoneyWasForAndCreditsItByTheAnswer() {
        Setup setup = Setup.of(context, billy, true);
        Fulfillment delivery = setup.handle(order().item("2", "100").freight("39"));
        setup.drain();
        UUID id = asked(setup, delivery);
        String page = "/orders/" + delivery.order();

        assertThat(get(setup, page)).bodyText().contains("Hvad var det for?", "Lav kreditnota", "linjen item 1");
        assertThat(get(setup, "/attention")).bodyText().contains("Penge betalt tilbage, uden at det står for hvad");
        post(setup, page + "/refunds/" + id, "for", "NOTHING", "why", "");
        post(setup, page + "/refunds/" + id, "for", "GOODWILL", "account", "");
        assertThat(refunds.countOpen(setup.company)).isEqualTo(1);

        post(setup, page + "/refunds/" + id, "for", "LINE 1", "why", "Rids i koppen");
        setup.drain();

        OpenRefund answered = refunds.find(setup.company, id).orElseThrow();
        assertThat(requireNonNull(answered.answer()).why()).isEqualTo("Rids i koppen");
        assertThat(get(setup, page)).bodyText().contains("25,00 tilbage for item 1", "taget af én linje");
    }

    @Test
    void countsThemWhereverOneLooksAndAnswersSeveralInTheList() {
        Setup setup = Setup.of(context, billy, true);
        List<String> numbers = List.of("a", "b", "c");
        numbers.forEach(one -> setup.handle(order().id(one).item("1", "100")));
        setup.drain();
        numbers.forEach(one -> setup.keep(order().id(one).item("1", "80")));
        List<OrderEdit> open = edits.open(setup.company, Optional.empty(), 10);

        assertThat(get(setup, "/attention")).bodyText().contains("3 venter på dig", "300,00 kr.", "Ret alle 3");
        assertThat(get(setup, "/")).bodyText().contains("/attention#edits", "<span>3</span>");
        assertThat(get(setup, "/attention?q=b"))
                .bodyText()
                .contains("/orders/" + open.get(1).order());
        post(
                setup,
                "/proof/compare",
                "accounting",
                setup.accounting.id().toString(),
                "from",
                "2026-11-23",
                "through",
                "2026-11-23");
        assertThat(get(setup, "/proof?from=2026-11-23&through=2026-11-23"))
                .bodyText()
                .contains("Stemmer, men 3 venter (300,00 kr.)", "3 ændret efter bogføring");
        post(setup, "/attention/edits", "deed", "RIGHT");
        post(
                setup,
                "/attention/edits",
                "deed",
                "LEAVE",
                "edit",
                open.getFirst().id().toString(),
                "why",
                " ");
        assertThat(edits.countOpen(setup.company)).isEqualTo(3);

        post(
                setup,
                "/attention/edits",
                "deed",
                "LEAVE",
                "edit",
                open.getFirst().id().toString(),
                "why",
                "Aftalt");
        post(setup, "/attention/edits", "deed", "RIGHT", "all", "true");
        setup.drain();

        assertThat(edits.countOpen(setup.company)).isZero();
        assertThat(get(setup, "/attention")).bodyText().contains("Intet kræver handling");
    }

    @Test
    void answersWhatSeveralRefundsWereForAtOnce() {
        Setup setup = Setup.of(context, billy, true);
        List<Fulfillment> all = Stream.of("a", "b")
                .map(one -> setup.handle(order().id(one).item("2", "100").freight("39")))
                .toList();
        setup.drain();
        String first = asked(setup, all.getFirst()).toString();
        String second = asked(setup, all.getLast()).toString();

        assertThat(get(setup, "/attention"))
                .bodyText()
                .contains("2 venter på dig", "-50,00 kr.", "Svar for de valgte", "Rids");
        post(setup, "/attention/refunds", "refund", first, "refund", second, "for", "LINE 1");
        assertThat(refunds.countOpen(setup.company))
                .as("a line is of one order alone")
                .isEqualTo(2);
        post(setup, "/attention/refunds", "refund", first, "refund", second, "for", "FREIGHT");
        setup.drain();

        assertThat(refunds.countOpen(setup.company)).isZero();
        assertThat(get(setup, "/orders/" + all.getLast().order())).bodyText().contains("taget af fragten af");
    }

    @Test
    void tellsWhoMayOnlyLookThatTheyMay() {
        Setup setup = changed();

        assertThat(mvc.get().uri("/attention").with(as(setup.company, Role.READ_ONLY)))
                .bodyText()
                .contains("Ejeren, bogholderen og lageret kan svare")
                .doesNotContain("Ret de valgte");
        assertThat(mvc.get().uri("/orders").with(as(setup.company, Role.READ_ONLY)))
                .bodyText()
                .contains("du kan se ordrerne, men ikke håndtere dem");
        assertThat(mvc.get().uri("/orders").with(as(setup.company, Role.WAREHOUSE)))
                .bodyText()
                .doesNotContain("ikke håndtere dem");
        for (String page : List.of("/bookings", "/attention", "/drafts")) {
            assertThat(mvc.get().uri(page).with(as(setup.company, Role.WAREHOUSE)))
                    .as(page)
                    .hasStatusOk()
                    .bodyText()
                    .contains("Din rolle er »Lager«", "Det kan ejeren og bogholderen");
        }
    }

    private UUID asked(Setup setup, Fulfillment delivery) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into refund_question (company_id, refund_id, order_id, integration_id, order_number, shop_key, kind, paid_at, asked_at,
                                                     currency, gross, words)
                        values (?, ?, ?, ?, '1001', 'r1', 'WHAT_FOR', now(), now(), 'DKK', 25, 'Rids')
                        """)
                .params(
                        setup.company.value(),
                        id,
                        delivery.order().value(),
                        setup.shop.id().value())
                .update();
        return id;
    }
}
