package dk.ordrebro.web.answer;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static dk.ordrebro.web.SignedInAs.as;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dk.ordrebro.SettableClock;
import dk.ordrebro.access.Role;
import dk.ordrebro.accounting.Problem;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.billysimulator.books.Invoice;
import dk.ordrebro.billysimulator.books.NewCompany;
import dk.ordrebro.billysimulator.fault.Effect;
import dk.ordrebro.billysimulator.fault.FaultRule;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingKinds;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.Difference;
import dk.ordrebro.booking.Obstacle;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.enrichment.GivenOrder;
import dk.ordrebro.enrichment.question.Question;
import dk.ordrebro.enrichment.rule.Rules;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.question.Kind;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Each kind of question: made by an order that raises it, answered on its page, and the right document found in the accounting program's own books. */
@SpringBootTest(properties = {"ordrebro.drains=off", "ordrebro.vies=off"})
@AutoConfigureMockMvc
@OwnDatabase
class EveryKindAnsweredTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-12-01T09:00:00Z"));

    private static BillySimulator billy;

    @TestConfiguration
    static class StandingClock {

        @Bean
        @Primary
        Clock standingClock() {
            return CLOCK;
        }
    }

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Bookings bookings;

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
        billy.admin().faults().clear();
        setup = Setup.of(context, billy, false);
    }

    /**
     * A question and its answer.
     *
     * @param answer code of the choice
     * @param fields what is typed: names and values in turn
     * @param gross of the one document there is in the end
     */
    record Asked(Kind kind, GivenOrder order, String answer, List<String> fields, String gross, String vat) {

        @Override
        public String toString() {
            return kind + " answered with " + answer;
        }
    }

    private static Asked asked(Kind kind, GivenOrder order, String answer, String gross, String vat, String... fields) {
        return new Asked(kind, order, answer, List.of(fields), gross, vat);
    }

    private static GivenOrder german() {
        return order().id("1").to("DE", "24937");
    }

    static List<Asked> questions() {
        String country = "DESTINATION.COUNTRY";
        String postcode = "DESTINATION.POSTCODE";
        return List.of(
                asked(
                        Question.COUNTRY_MISSING,
                        order().to("", "8000").item("1", "125"),
                        "SHOP_COUNTRY",
                        "125.00",
                        "25.00",
                        "SHOP_COUNTRY.COUNTRY",
                        "DK"),
                asked(
                        Question.COUNTRY_UNKNOWN,
                        order().to("Skandinavien", "").item("1", "125"),
                        "DESTINATION",
                        "125.00",
                        "25.00",
                        country,
                        "DK",
                        postcode,
                        "8000"),
                asked(
                        Question.AREA_UNSURE,
                        order().to("DK", "800").item("1", "125"),
                        "DESTINATION",
                        "125.00",
                        "25.00",
                        country,
                        "DK",
                        postcode,
                        "0800"),
                asked(
                        Question.POSTCODE_ODD,
                        order().to("DK", "80000").item("1", "125"),
                        "DESTINATION",
                        "125.00",
                        "25.00",
                        country,
                        "DK",
                        postcode,
                        "8000"),
                asked(Question.RATE_DISAGREES, order().rate("12").item("1", "112"), "DANISH_SALE", "112.00", "22.40"),
                asked(
                        Question.TAX_CHARGED_ON_EXPORT,
                        order().to("NO", "0150").item("1", "125"),
                        "PICKED_UP_IN_DENMARK",
                        "125.00",
                        "25.00"),
                asked(
                        Question.VAT_NUMBER_INVALID,
                        german().company("Blumen GmbH", "DE12", false).rate("0").item("1", "100"),
                        "DANISH_VAT_INSIDE",
                        "100.00",
                        "20.00"),
                asked(
                        Question.VAT_NUMBER_UNVERIFIED,
                        german().company("Blumen GmbH", "DE136695976", false)
                                .rate("0")
                                .item("1", "100"),
                        Choice.BY_HAND,
                        "100.00",
                        "0.00",
                        Field.VAT_NUMBER.of(Choice.BY_HAND),
                        "DE136695976",
                        Field.CHECKED_ON.of(Choice.BY_HAND),
                        "20-11-2026"),
                asked(
                        Question.RATE_UNTOLD,
                        german().net()
                                .rate(null)
                                .company("Brandt GmbH", "DE263742566", false)
                                .item("1", "100"),
                        "DANISH_VAT_INSIDE",
                        "100.00",
                        "20.00"),
                asked(Question.FOREIGN_VAT, german().rate("21").item("1", "121"), "DANISH_SALE", "121.00", "24.20"),
                asked(
                        Question.TOTAL_DISAGREES,
                        order().item("1", "125").statedGross("135"),
                        "DIFFERENCE_IS.FREIGHT",
                        "135.00",
                        "27.00"),
                asked(
                        Question.VAT_DISAGREES,
                        order().item("1", "125").statedGross("125").statedVat("20"),
                        "LEDGER_VAT",
                        "125.00",
                        "25.00"),
                asked(
                        Question.NEGATIVE_LINE,
                        order().item("1", "125")
                                .line(LineKind.FREIGHT, "1", "-10", null)
                                .statedGross("115"),
                        "NEGATIVE_LINE_IS.DISCOUNT",
                        "115.00",
                        "23.00"),
                asked(
                        Question.DISCOUNT_TOO_LARGE,
                        order().item("1", "100")
                                .freight("50")
                                .line(LineKind.DISCOUNT, "1", "-125", null)
                                .statedGross("25"),
                        "NEGATIVE_LINE_IS.DISCOUNT",
                        "25.00",
                        "5.00"),
                asked(Question.ORIGINAL_UNKNOWN, order().item("-1", "125"), "STAND_ALONE_CREDIT", "125.00", "25.00"));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void becomesTheRightDocument(Asked one) throws Exception {
        Fulfillment delivery = held(one.order(), one.kind());

        answer(delivery, one.kind(), one.answer(), one.fields());
        setup.drain();

        assertThat(books()).containsExactly(List.of(one.gross(), one.vat()));
        assertThat(setup.booking(delivery).state()).isEqualTo(BookingState.SETTLED);
    }

    private Fulfillment held(GivenOrder order, Kind kind) {
        Fulfillment delivery = setup.handle(order);
        setup.drain();
        assertAsks(delivery, kind);
        assertThat(books()).isEmpty();
        return delivery;
    }

    private void assertAsks(Fulfillment delivery, Kind kind) {
        Booking booking = setup.booking(delivery);
        assertThat(booking.state()).isEqualTo(BookingState.HELD);
        assertThat(booking.reasons()).extracting(reason -> reason.kind().name()).containsExactly(kind.name());
    }

    private void answer(Fulfillment delivery, Kind kind, String answer, List<String> fields) throws Exception {
        String path = "/bookings/" + setup.booking(delivery).id();
        String page = mvc.perform(get(path).with(as(setup.company, Role.BOOKKEEPER)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("value=\"" + answer + "\"");
        MockHttpServletRequestBuilder form = post(path + "/answer")
                .param("question", kind.name())
                .param("answer", answer)
                .param("why", "Set efter");
        for (int i = 0; i < fields.size(); i += 2) {
            assertThat(page).contains("name=\"" + fields.get(i) + "\"");
            form.param(fields.get(i), fields.get(i + 1));
        }
        mvc.perform(form.with(as(setup.company, Role.BOOKKEEPER)).with(csrf())).andExpect(status().is3xxRedirection());
    }

    private List<Row> documents() {
        var company = billy.admin().company(setup.keys.organizationId());
        return company.read(() -> company.all(Invoice.SCHEMA));
    }

    /** Gross and VAT of each document in the simulator's own books. */
    private List<List<String>> books() {
        return documents().stream()
                .map(row -> List.of(
                        plain(row.need(Invoice.AMOUNT).add(row.need(Invoice.TAX))), plain(row.need(Invoice.TAX))))
                .toList();
    }

    private static String plain(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }

    @Test
    void aLockedPeriodIsAnsweredWithTheFirstOpenDay() throws Exception {
        setup = Setup.of(context, billy, NewCompany.named("Nordlys Te ApS").lockedUntil(DAY), false);
        Fulfillment delivery = held(order().item("1", "125"), Question.PERIOD_LOCKED);

        answer(delivery, Question.PERIOD_LOCKED, "FIRST_OPEN_DAY", List.of());
        setup.drain();

        assertThat(documents())
                .singleElement()
                .satisfies(row -> assertThat(row.need(Invoice.ENTRY_DATE)).isEqualTo(DAY.plusDays(1)));
    }

    @Test
    void aPeriodThatIsLockedMeanwhileIsAnsweredWithADay() throws Exception {
        billy.admin()
                .faults()
                .order(FaultRule.on("POST /invoices", new Effect.LockPeriod(DAY))
                        .withOrganization(setup.keys.organizationId())
                        .withTimes(1));
        CLOCK.advance(Duration.ofMinutes(1));
        Fulfillment delivery = held(order().item("1", "125"), Problem.Code.PERIOD_CLOSED);

        answer(delivery, Problem.Code.PERIOD_CLOSED, "INVOICE_DAY", List.of("INVOICE_DAY.DAY", "24-11-2026"));
        setup.drain();

        assertThat(documents())
                .singleElement()
                .satisfies(row -> assertThat(row.need(Invoice.ENTRY_DATE)).isEqualTo(DAY.plusDays(1)));
    }

    @Test
    void whatIsMendedInTheBooksIsReadAnewByTryingAgain() {
        billy.admin().archiveAccount(setup.keys.organizationId(), 1110, true);
        setup.system().refreshChart();
        Fulfillment delivery = held(order().item("1", "125"), Question.ACCOUNT_GONE);

        billy.admin().archiveAccount(setup.keys.organizationId(), 1110, false);
        CLOCK.advance(Duration.ofMinutes(1));
        bookings.release(setup.company, List.of(setup.booking(delivery).id()), "ida@example.com");
        setup.drain();

        assertThat(books()).containsExactly(List.of("125.00", "25.00"));
    }

    @Test
    void danishVatChargedAbroadWhereOneStopShopIsUsedBecomesADanishSale() throws Exception {
        context.getBean(Rules.class).useOss(setup.company, setup.accounting.id(), DAY);
        Fulfillment delivery = held(german().item("1", "125"), Question.OSS_DANISH_VAT);

        answer(delivery, Question.OSS_DANISH_VAT, "DANISH_SALE", List.of());
        setup.drain();

        assertThat(books()).containsExactly(List.of("125.00", "25.00"));
    }

    @Test
    void aDayAheadIsAskedAboutAndTheChosenDayIsTheDocuments() throws Exception {
        OrderId id = setup.keep(order().item("1", "125"));
        Fulfillment delivery = context.getBean(Handling.class)
                .handleAll(setup.company, List.of(new Handling.Whole(id, Instant.parse("2099-03-01T10:00:00Z"), null)))
                .getFirst();
        setup.drain();
        assertAsks(delivery, Question.DATE_FAR_AWAY);
        assertThat(books()).isEmpty();

        answer(delivery, Question.DATE_FAR_AWAY, "INVOICE_DAY", List.of("INVOICE_DAY.DAY", "23-11-2026"));
        setup.drain();

        assertThat(documents())
                .singleElement()
                .satisfies(row -> assertThat(row.need(Invoice.ENTRY_DATE)).isEqualTo(DAY));
    }

    @Test
    void aCreditNoteRefersToTheOrderThatWasChosenAndWaitsUntilThatIsBooked() throws Exception {
        Fulfillment sold = setup.handle(order().id("sold").to("", "8000").item("1", "125"));
        Fulfillment back = setup.handle(order().id("back").item("-1", "125"));
        setup.drain();
        assertAsks(back, Question.ORIGINAL_UNKNOWN);

        answer(
                back,
                Question.ORIGINAL_UNKNOWN,
                Choice.ORIGINAL_ORDER,
                List.of(
                        Field.ORDER_NUMBER.of(Choice.ORIGINAL_ORDER),
                        setup.booking(sold).orderNumber()));
        setup.drain();
        assertAsks(back, Question.ORIGINAL_NOT_BOOKED);

        answer(sold, Question.COUNTRY_MISSING, "PICKED_UP_IN_DENMARK", List.of());
        setup.drain();
        setup.drain();
        assertAsks(back, Obstacle.ORIGINAL_IS_DRAFT);

        mvc.perform(post("/bookings/" + setup.booking(sold).id() + "/approve")
                .with(as(setup.company, Role.BOOKKEEPER))
                .with(csrf()));
        setup.drain();
        setup.drain();

        assertThat(setup.booking(back).state()).as("went on by itself").isEqualTo(BookingState.SETTLED);
        assertThat(documents())
                .filteredOn(row -> row.get(Invoice.CREDITED_INVOICE_ID) != null)
                .singleElement()
                .satisfies(row -> assertThat(row.get(Invoice.CREDITED_INVOICE_ID))
                        .isEqualTo(requireNonNull(setup.booking(sold).invoice()).value()));
    }

    @Test
    void ofSeveralDocumentsTheChosenOneIsOursAndNoneIsMade() throws Exception {
        loseAnAnswer();
        Fulfillment delivery = setup.handle(order().item("1", "125"));
        setup.drain();
        String ours = documents().getFirst().id();
        var company = billy.admin().company(setup.keys.organizationId());
        company.change(Given.HANDLED, change -> {
            var row = requireNonNull(change.find(Invoice.SCHEMA, ours));
            change.put(row.change().set(Invoice.SCHEMA.id(), change.newId()).build());
            return true;
        });
        dueNow();
        setup.drain();
        assertAsks(delivery, Obstacle.SEVERAL_FOUND);

        bookings.release(setup.company, List.of(setup.booking(delivery).id()), "ida@example.com");
        setup.drain();
        assertAsks(delivery, Obstacle.SEVERAL_FOUND);
        assertThat(documents()).as("another try looks, and sends nothing").hasSize(2);

        answer(delivery, Obstacle.SEVERAL_FOUND, "THIS_DOCUMENT." + ours, List.of());
        setup.drain();

        assertThat(setup.booking(delivery).state()).isEqualTo(BookingState.SETTLED);
        assertThat(requireNonNull(setup.booking(delivery).invoice()).value()).isEqualTo(ours);
        assertThat(documents()).hasSize(2);
    }

    private void dueNow() {
        jdbc.sql("update booking set due_at = created_at where company_id = ? and state = 'SUSPECT'")
                .param(setup.company.value())
                .update();
    }

    @Test
    void whatIsGoneIsMadeAgain() throws Exception {
        Fulfillment delivery = setup.handle(order().item("1", "125"));
        setup.drain();
        Booking first = setup.booking(delivery);
        billy.admin()
                .deleteRecord(
                        setup.keys.organizationId(),
                        "invoices",
                        requireNonNull(first.invoice()).value());
        mvc.perform(post("/bookings/" + first.id() + "/approve")
                .with(as(setup.company, Role.BOOKKEEPER))
                .with(csrf()));
        setup.drain();
        assertAsks(delivery, Obstacle.INVOICE_GONE);

        answer(delivery, Obstacle.INVOICE_GONE, "MAKE_AGAIN", List.of());
        setup.drain();

        assertThat(books()).containsExactly(List.of("125.00", "25.00"));
    }

    @Test
    void theLedgersOwnVatIsTakenButNeverItsTotal() throws Exception {
        Fulfillment delivery = madeAndChanged(order().item("1", "125"), "112.00", "13.00");
        assertAsks(delivery, Difference.VAT_DIFFERS);

        answer(delivery, Difference.VAT_DIFFERS, "LEDGERS_OWN", List.of());
        setup.drain();

        Booking booked = setup.booking(delivery);
        assertThat(booked.state()).isEqualTo(BookingState.SETTLED);
        assertThat(booked.vat()).hasToString("DKK 13.00");
        assertThat(booked.gross()).hasToString("DKK 125.00");

        Fulfillment other = madeAndChanged(order().id("2").item("1", "125"), "120.00", "13.00");
        assertThat(mvc.perform(get("/bookings/" + setup.booking(other).id()).with(as(setup.company, Role.BOOKKEEPER)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .doesNotContain("value=\"LEDGERS_OWN\"");
    }

    /** A document whose answer was lost, and whose sums are others when it is found. */
    private Fulfillment madeAndChanged(GivenOrder order, String net, String vat) {
        loseAnAnswer();
        Set<String> before = documents().stream().map(Row::id).collect(Collectors.toSet());
        Fulfillment delivery = setup.handle(order);
        setup.drain();
        String made = documents().stream()
                .map(Row::id)
                .filter(id -> !before.contains(id))
                .findFirst()
                .orElseThrow();
        var company = billy.admin().company(setup.keys.organizationId());
        company.change(Given.HANDLED, change -> {
            var row = requireNonNull(change.find(Invoice.SCHEMA, made));
            change.put(row.change()
                    .set(Invoice.AMOUNT, new BigDecimal(net))
                    .set(Invoice.TAX, new BigDecimal(vat))
                    .build());
            return true;
        });
        dueNow();
        setup.drain();
        return delivery;
    }

    private void loseAnAnswer() {
        billy.admin()
                .faults()
                .order(FaultRule.on("POST /invoices", new Effect.LoseAnswer())
                        .withOrganization(setup.keys.organizationId())
                        .withTimes(1));
    }

    @Test
    void noKindThatCanBeAnsweredIsLeftOut() {
        List<String> shown = new ArrayList<>(
                questions().stream().map(one -> one.kind().name()).toList());
        Stream.<Kind>of(
                        Question.PERIOD_LOCKED,
                        Problem.Code.PERIOD_CLOSED,
                        Question.DATE_FAR_AWAY,
                        Question.OSS_DANISH_VAT,
                        Obstacle.SEVERAL_FOUND,
                        Difference.VAT_DIFFERS,
                        Obstacle.INVOICE_GONE)
                .map(Kind::name)
                .forEach(shown::add);
        Set<String> answerable = BookingKinds.ALL.all().stream()
                .filter(kind -> !kind.answers().isEmpty())
                .map(Kind::name)
                .collect(Collectors.toSet());

        assertThat(shown).containsExactlyInAnyOrderElementsOf(answerable);
    }
}
