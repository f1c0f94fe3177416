package dk.ordrebro.alarm;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.SettableClock;
import dk.ordrebro.access.CompanyAddress;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.User;
import dk.ordrebro.access.Users;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.billysimulator.fault.Effect;
import dk.ordrebro.billysimulator.fault.FaultRule;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.proof.Proof;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** One letter for each trouble and one when it is over, in simulated time. */
@SpringBootTest(properties = "ordrebro.drains=off")
@OwnDatabase
class AlarmRoundTests {

    private static final SettableClock CLOCK = new SettableClock(Given.HANDLED);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final List<Letter> SENT = new ArrayList<>();

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private AlarmRound round;

    @Autowired
    private Alarms alarms;

    @Autowired
    private Users users;

    @Autowired
    private Bookings bookings;

    @Autowired
    private Proof proof;

    private Setup setup;
    private User owner;

    record Letter(CompanyId company, String to, String subject, String text) {}

    @TestConfiguration
    static class StandingClockAndPost {

        @Bean
        @Primary
        Clock standingClock() {
            return CLOCK;
        }

        @Bean
        @Primary
        Post recordedPost() {
            return new Post() {

                @Override
                public void put(CompanyId company, String to, String subject, String text) {
                    SENT.add(new Letter(company, to, subject, text));
                }

                @Override
                public String link(CompanyId company, String path) {
                    return "https://ordrebro.example" + CompanyAddress.of(company, path);
                }
            };
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

    @BeforeEach
    void setUpACompanyWithAnOwner() {
        CLOCK.set(Given.HANDLED);
        billy.admin().faults().clear();
        SENT.clear();
        setup = Setup.of(context, billy, true);
        owner = users.create(
                setup.company, Role.OWNER, UUID.randomUUID() + "@butik.example", "Bo Holm", "hest batteri hæfteklamme");
    }

    private List<String> subjects() {
        return SENT.stream().map(Letter::subject).toList();
    }

    /** Lets time pass a minute at a time, with a look at each. */
    private void live(Duration time) {
        Instant end = CLOCK.instant().plus(time);
        while (CLOCK.instant().isBefore(end)) {
            CLOCK.advance(MINUTE);
            round.look(setup.company);
        }
    }

    @Test
    void writesOnceOfAllThatIsHeldAndOnceWhenNoneIs() {
        for (int i = 0; i < 7; i++) {
            setup.handle(order().id("h" + i).to("", "").item("1", "125"));
        }
        setup.drain();
        live(Duration.ofMinutes(30));

        assertThat(subjects()).containsExactly("7 bogføringer venter på jer");
        assertThat(SENT.getFirst().text())
                .contains("7 × Ordren nævner intet land")
                .contains("Intet er gået tabt")
                .contains("https://ordrebro.example" + CompanyAddress.of(setup.company, "/attention"));

        bookings.page(setup.company, java.util.Optional.empty(), java.util.Optional.empty(), 50)
                .forEach(one -> bookings.skip(setup.company, one.id(), "prøve", "bo"));
        live(Duration.ofMinutes(30));

        assertThat(subjects()).containsExactly("7 bogføringer venter på jer", "Ingen bogføringer venter længere");
    }

    @Test
    void bringsWhatIsHeldToMindEveryMorningAtSeven() {
        setup.handle(order().id("1").to("", "").item("1", "125"));
        setup.drain();
        live(Duration.ofMinutes(10));
        CLOCK.set(Instant.parse("2026-11-24T05:50:00Z"));
        live(Duration.ofMinutes(9));
        assertThat(SENT).hasSize(1);

        live(Duration.ofMinutes(30));
        CLOCK.set(Instant.parse("2026-11-25T05:50:00Z"));
        live(Duration.ofMinutes(30));

        assertThat(subjects())
                .containsExactly(
                        "1 bogføring venter på jer",
                        "Stadig: 1 bogføring venter på jer",
                        "Stadig: 1 bogføring venter på jer");
    }

    @Test
    void writesAtOnceOfADeadKeyAndWhenAccessWorksAgain() {
        var integrations = context.getBean(AccountingIntegrations.class);
        integrations.replaceKey(setup.company, setup.accounting.id(), new Secret("dead"));
        for (int i = 0; i < 20; i++) {
            setup.handle(order().id("k" + i).item("1", "125"));
        }
        setup.drain();
        live(Duration.ofMinutes(20));
        assertThat(subjects()).containsExactly("Adgangsnøglen til Billy virker ikke");

        integrations.replaceKey(setup.company, setup.accounting.id(), new Secret(setup.keys.accessToken()));
        bookings.hurry(setup.company, setup.accounting.id(), "bo");
        setup.drain();
        live(Duration.ofMinutes(20));

        assertThat(subjects()).containsExactly("Adgangsnøglen til Billy virker ikke", "Adgangen til Billy virker igen");
    }

    @Test
    void writesOfAProgramThatIsAwayOnlyOnceItHasBeenForAWhile() {
        alarms.save(setup.company, new AlarmSettings(Locale.ENGLISH, 30, 700, 700), "bo");
        billy.admin()
                .faults()
                .order(FaultRule.on("*", new Effect.Status(503, "UNAVAILABLE", null))
                        .withOrganization(setup.keys.organizationId()));
        setup.handle(order().id("1").item("1", "125"));
        setup.drain();
        live(Duration.ofMinutes(29));
        assertThat(SENT).isEmpty();

        live(Duration.ofMinutes(10));
        assertThat(subjects()).containsExactly("Billy does not answer");
        billy.admin().faults().clear();
        bookings.hurry(setup.company, setup.accounting.id(), "bo");
        CLOCK.advance(Duration.ofHours(1));
        setup.drain();
        live(Duration.ofMinutes(5));

        assertThat(subjects()).containsExactly("Billy does not answer", "Billy answers again");
    }

    @Test
    void writesOfAnOrderThatIsNotBookedForHours() {
        setup.handle(order().id("77").item("1", "125"));
        CLOCK.advance(Duration.ofHours(3).plusMinutes(50));
        live(Duration.ofMinutes(9));
        assertThat(SENT).isEmpty();

        live(Duration.ofMinutes(10));
        assertThat(subjects()).containsExactly("Ordre #77 er ikke blevet bogført");
        setup.drain();
        live(MINUTE);

        assertThat(subjects()).containsExactly("Ordre #77 er ikke blevet bogført", "Alt bogføres igen til tiden");
    }

    @Test
    void writesWhenTheProofDisagreesAndWhenItAgreesAgain() {
        Fulfillment one = setup.handle(order().id("1").item("1", "125"));
        setup.drain();
        var day = setup.booking(one).day();
        String invoice = requireNonNull(setup.booking(one).invoice()).value();
        billy.admin().voidInvoice(setup.keys.organizationId(), invoice);
        proof.compare(setup.company, setup.accounting.id(), day, day);
        live(Duration.ofMinutes(10));
        assertThat(subjects()).containsExactly("Afstemningen af Billy stemmer ikke");

        context.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("delete from proof_finding where company_id = ?")
                .param(setup.company.value())
                .update();
        live(Duration.ofMinutes(10));

        assertThat(subjects())
                .containsExactly("Afstemningen af Billy stemmer ikke", "Afstemningen af Billy stemmer igen");
    }

    @Test
    void writesOfAShopThatIsSilentForLongerThanUsual() {
        for (int hour = 0; hour < 80; hour += 8) {
            setup.keep(order().id("s" + hour).item("1", "125"));
            CLOCK.advance(Duration.ofHours(8));
        }
        CLOCK.advance(Duration.ofHours(15));
        live(Duration.ofMinutes(30));
        assertThat(SENT).isEmpty();

        CLOCK.advance(Duration.ofHours(2));
        live(Duration.ofMinutes(30));
        assertThat(subjects()).containsExactly("Der kommer ingen ordrer fra Nordlys Te");
        setup.keep(order().id("back").item("1", "125"));
        live(MINUTE);

        assertThat(subjects())
                .containsExactly("Der kommer ingen ordrer fra Nordlys Te", "Der kommer ordrer fra Nordlys Te igen");
    }

    @Test
    void writesToThoseWhoWantItOnly() {
        User warehouse = users.create(
                setup.company,
                Role.WAREHOUSE,
                UUID.randomUUID() + "@butik.example",
                "Ea Lund",
                "hest batteri hæfteklamme");
        setup.handle(order().id("1").to("", "").item("1", "125"));
        setup.drain();
        live(Duration.ofMinutes(10));
        assertThat(SENT).extracting(Letter::to).containsExactly(owner.email());

        alarms.want(setup.company, owner, Set.of(Trouble.PROOF), "bo");
        alarms.want(setup.company, warehouse, EnumSet.of(Trouble.HELD), "bo");
        CLOCK.set(Instant.parse("2026-11-24T08:00:00Z"));
        live(MINUTE);

        assertThat(SENT).extracting(Letter::to).containsExactly(owner.email(), warehouse.email());
    }

    @Test
    void keepsCompaniesApart() {
        setup.handle(order().id("1").to("", "").item("1", "125"));
        setup.drain();
        Setup other = Setup.of(context, billy, true);
        CLOCK.advance(Duration.ofMinutes(10));

        round.look(other.company);
        assertThat(SENT).isEmpty();
        round.run();

        assertThat(SENT).extracting(Letter::company).containsOnly(setup.company);
        assertThat(alarms.open(other.company)).isEmpty();
    }
}
