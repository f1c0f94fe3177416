package dk.ordrebro.booking.totals;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.SettableClock;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.HeldBookings;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.enrichment.GivenOrder;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.OrderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The totals pages read are what a count of the bookings would give, whatever happened to the bookings. */
@SpringBootTest(properties = "ordrebro.drains=off")
@OwnDatabase
class DailyTotalsTests {

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-11-23T09:00:00Z"));
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate THROUGH = LocalDate.of(2027, 12, 31);
    private static final int STEPS = 30;

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Handling handling;

    @Autowired
    private Bookings bookings;

    @Autowired
    private DailyTotals totals;

    @Autowired
    private JdbcClient jdbc;

    @TestConfiguration
    static class StandingClock {

        @Bean
        @Primary
        Clock standingClock() {
            return CLOCK;
        }
    }

    @BeforeAll
    static void startBilly() {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
    }

    @AfterAll
    static void stopBilly() {
        billy.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void areWhatACountWouldGiveAfterAnySequence(long seed) {
        Setup setup = Setup.of(context, billy, seed % 2 == 0);
        Random random = new Random(seed);
        List<Fulfillment> made = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            act(setup, random, made, step);
            assertThat(days(setup)).as("seed %d, step %d", seed, step).isEqualTo(countedDays(setup));
        }

        assertThat(turnover(setup)).isEqualTo(countedTurnover(setup)).isNotEmpty();
        assertThat(documents(setup)).isEqualTo(countedDocuments(setup)).isNotEmpty();
        assertThat(held(setup)).isEqualTo(countedHeld(setup));
        assertThat(skipped(setup)).isEqualTo(countedSkipped(setup));
        assertThat(totals.tally(setup.company)).isEqualTo(counted(setup));
        assertThat(totals.problems(setup.company).stream().map(group -> group.code() + " " + group.bookings()))
                .containsExactlyInAnyOrderElementsOf(groupsOf(held(setup)));
    }

    private void act(Setup setup, Random random, List<Fulfillment> made, int step) {
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> made.addAll(handle(setup, random, step));
            case 3, 4 -> {
                CLOCK.advance(Duration.ofHours(30));
                setup.drain();
            }
            case 5 -> bookings.release(setup.company, ids(setup, BookingState.HELD), "bo");
            case 6 ->
                ids(setup, BookingState.HELD).stream()
                        .limit(1)
                        .forEach(id -> bookings.skip(setup.company, id, "prøve", "bo"));
            case 7 -> context.getBean(HeldBookings.class).resume(setup.company, ids(setup, BookingState.SKIPPED), "bo");
            default ->
                made.stream()
                        .filter(one -> !one.isReturn())
                        .skip(random.nextInt(made.size() + 1))
                        .findFirst()
                        .ifPresent(one -> {
                            made.remove(one);
                            handling.undo(setup.company, one.id(), CLOCK.instant());
                        });
        }
    }

    private List<Fulfillment> handle(Setup setup, Random random, int step) {
        GivenOrder order = switch (random.nextInt(5)) {
            case 0 -> order().to("", "");
            case 1 -> order().to("SE", "11122");
            case 2 -> order().item("1", "0");
            default -> order();
        };
        String price = random.nextInt(4) == 0 ? "0" : "125.50";
        OrderId id = setup.keep(order.id("o" + step).item("1", price));
        return handling.handleAll(setup.company, List.of(new Handling.Whole(id, CLOCK.instant(), null)));
    }

    private List<BookingId> ids(Setup setup, BookingState state) {
        return bookings.page(setup.company, Optional.of(state), Optional.empty(), 100).stream()
                .map(Booking::id)
                .toList();
    }

    private List<Map<String, @Nullable Object>> rows(Setup setup, String sql) {
        return jdbc.sql(sql).param("company", setup.company.value()).query().listOfRows();
    }

    private List<Map<String, @Nullable Object>> days(Setup setup) {
        return rows(setup, """
                select day, handled, settled, held, skipped, taken_back from booking_day where company_id = :company order by day
                """);
    }

    private List<Map<String, @Nullable Object>> countedDays(Setup setup) {
        return rows(setup, """
                select day, count(*) as handled, count(*) filter (where state = 'SETTLED') as settled,
                       count(*) filter (where state = 'HELD') as held, count(*) filter (where state = 'SKIPPED') as skipped,
                       count(*) filter (where state = 'TAKEN_BACK') as taken_back
                from booking where company_id = :company group by day order by day
                """);
    }

    private List<Map<String, @Nullable Object>> turnover(Setup setup) {
        return rows(setup, """
                select day, area, currency, documents, net, vat from booking_turnover
                where company_id = :company and documents <> 0 order by 1, 2, 3
                """);
    }

    private List<Map<String, @Nullable Object>> countedTurnover(Setup setup) {
        return rows(setup, """
                select day, trail::jsonb ->> 'area' as area, currency, count(*) as documents,
                       sum(sign * split_part(draft::jsonb #>> '{expected,net}', ' ', 2)::numeric) as net,
                       sum(sign * split_part(draft::jsonb #>> '{expected,vat}', ' ', 2)::numeric) as vat
                from booking, lateral (select case document_type when 'CREDIT_NOTE' then -1 else 1 end as sign) as s
                where company_id = :company and state = 'SETTLED' and standing in ('DRAFT', 'APPROVED')
                group by 1, 2, 3 order by 1, 2, 3
                """);
    }

    private List<Map<String, @Nullable Object>> documents(Setup setup) {
        return rows(setup, """
                select day, document_type, standing, currency, documents, gross from booking_document
                where company_id = :company and documents <> 0 order by 1, 2, 3
                """);
    }

    private List<Map<String, @Nullable Object>> countedDocuments(Setup setup) {
        return rows(setup, """
                select day, document_type, standing, currency, count(*) as documents, sum(gross) as gross from booking
                where company_id = :company and state = 'SETTLED' group by 1, 2, 3, 4 order by 1, 2, 3
                """);
    }

    private List<Map<String, @Nullable Object>> held(Setup setup) {
        return rows(
                setup,
                "select booking_id, code from booking_hold where company_id = :company order by booking_id, code");
    }

    private List<Map<String, @Nullable Object>> countedHeld(Setup setup) {
        return rows(setup, """
                select distinct booking_id, reason ->> 'kind' as code from booking, lateral jsonb_array_elements(reasons::jsonb) as reason
                where company_id = :company and state = 'HELD' order by 1, 2
                """);
    }

    private Map<String, Long> skipped(Setup setup) {
        return totals.skipped(setup.company);
    }

    private Map<String, Long> countedSkipped(Setup setup) {
        Map<String, Long> counted = new java.util.TreeMap<>();
        rows(setup, """
                select reason ->> 'kind' as code, count(distinct booking_id) as n
                from booking, lateral jsonb_array_elements(reasons::jsonb) as reason
                where company_id = :company and state = 'SKIPPED' group by 1
                """)
                .forEach(row ->
                        counted.put(String.valueOf(row.get("code")), Long.valueOf(String.valueOf(row.get("n")))));
        return counted;
    }

    private Tally counted(Setup setup) {
        return totals.days(setup.company, FROM, THROUGH).values().stream().reduce(Tally.NONE, Tally::plus);
    }

    private static List<String> groupsOf(List<Map<String, @Nullable Object>> held) {
        Map<String, Long> counts = new java.util.TreeMap<>();
        held.forEach(row -> counts.merge(String.valueOf(row.get("code")), 1L, Long::sum));
        return counts.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .toList();
    }

    @Test
    void tellAreasApartAndTakeCreditNotesOff() {
        Setup setup = Setup.of(context, billy, true);
        setup.handle(order().id("1").item("1", "125"));
        Fulfillment swedish = setup.handle(order().id("2").to("SE", "11122").item("1", "250"));
        setup.drain();
        handling.undo(setup.company, swedish.id(), dk.ordrebro.enrichment.Given.HANDLED);
        setup.drain();

        assertThat(totals.turnover(setup.company, FROM, THROUGH))
                .extracting(one -> one.area() + " " + one.documents() + " " + one.net() + " " + one.vat())
                .containsExactly(Area.DOMESTIC + " 1 DKK 100.00 DKK 25.00", Area.EU + " 2 DKK 0.00 DKK 0.00");
    }

    @Test
    void nameTheOldestThatIsNotBookedAndNoneWhenAllIs() {
        Setup setup = Setup.of(context, billy, false);
        Fulfillment held = setup.handle(order().id("1").to("", "").item("1", "125"));
        CLOCK.advance(Duration.ofMinutes(1));
        setup.handle(order().id("2").item("1", "125"));
        assertThat(totals.oldestUnderway(setup.company))
                .map(Booking::orderNumber)
                .contains("#1");

        setup.drain();

        assertThat(totals.oldestUnderway(setup.company)).isEmpty();
        assertThat(totals.oldestUnbooked(setup.company))
                .map(Booking::fulfillment)
                .contains(held.id());
        bookings.skip(setup.company, setup.booking(held).id(), "prøve", "bo");
        assertThat(totals.oldestUnbooked(setup.company)).isEmpty();
    }

    @Test
    void rememberSinceWhenAKeyIsDeadAndThatItWorksAgain() {
        Setup setup = Setup.of(context, billy, false);
        AccountingIntegrations integrations = context.getBean(AccountingIntegrations.class);
        integrations.replaceKey(setup.company, setup.accounting.id(), new Secret("dead"));
        setup.handle(order().id("1").item("1", "125"));
        Instant began = CLOCK.instant();

        setup.drain();
        CLOCK.advance(Duration.ofMinutes(10));
        setup.drain();

        assertThat(totals.troubles(setup.company))
                .singleElement()
                .satisfies(health -> assertThat(health.code()).isEqualTo("KEY_REFUSED"))
                .satisfies(health -> assertThat(health.since()).isEqualTo(began))
                .satisfies(health -> assertThat(health.needsAPerson()).isTrue());

        integrations.replaceKey(setup.company, setup.accounting.id(), new Secret(setup.keys.accessToken()));
        assertThat(bookings.hurry(setup.company, setup.accounting.id(), "bo")).isLessThanOrEqualTo(1);
        setup.drain();

        assertThat(totals.troubles(setup.company)).isEmpty();
        assertThat(totals.tally(setup.company).settled()).isEqualTo(1);
    }

    @Test
    void keepWhatTheAccountingProgramAnswered() {
        Setup setup = Setup.of(context, billy, true);
        Fulfillment one = setup.handle(order().id("1").item("1", "125"));
        setup.drain();

        assertThat(bookings.attempts(setup.company, setup.booking(one).id()))
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.answer())
                        .isNotNull()
                        .satisfies(answer ->
                                assertThat(answer.totals().gross().toString()).isEqualTo("DKK 125.00"))
                        .satisfies(answer -> assertThat(answer.number()).isNotNull()));
    }
}
