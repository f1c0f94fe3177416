package dk.ordrebro.web;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static dk.ordrebro.web.SignedInAs.at;
import static dk.ordrebro.web.SignedInAs.in;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dk.ordrebro.access.Role;
import dk.ordrebro.access.Users;
import dk.ordrebro.alarm.Alarms;
import dk.ordrebro.alarm.Trouble;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.proof.Proof;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of a day's work: what they show, what their buttons do, and to whom they answer. */
@SpringBootTest(properties = "ordrebro.drains=off")
@AutoConfigureMockMvc
@OwnDatabase
class DailyPagesTests {

    private static final String PASSWORD = "hest batteri hæfteklamme";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Users users;

    @Autowired
    private Proof proof;

    @Autowired
    private Alarms alarms;

    private Setup setup;
    private Cookie owner;

    @BeforeAll
    static void startBilly() {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
    }

    @AfterAll
    static void stopBilly() {
        billy.close();
    }

    @BeforeEach
    void signInToACompany() throws Exception {
        setup = Setup.of(context, billy, true);
        owner = signIn(setup, Role.OWNER);
    }

    private Cookie signIn(Setup to, Role role) throws Exception {
        String email = UUID.randomUUID() + "@butik.example";
        users.create(to.company, role, email, "Bo Holm", PASSWORD);
        return requireNonNull(
                mvc.perform(post("/signin").with(csrf()).param("email", email).param("password", PASSWORD))
                        .andExpect(redirectedUrl("/"))
                        .andReturn()
                        .getResponse()
                        .getCookie("ordrebro-session"));
    }

    private ResultActions page(String path) throws Exception {
        return mvc.perform(get(path).with(in(setup.company)).cookie(owner));
    }

    private MockHttpServletRequestBuilder press(String path, Cookie who) {
        return post(path).with(in(setup.company)).with(csrf()).cookie(who);
    }

    private Fulfillment held() {
        Fulfillment held = setup.handle(order().id("h1").to("", "").item("1", "125"));
        setup.drain();
        return held;
    }

    private Fulfillment settled() {
        Fulfillment settled = setup.handle(order().id("s1").item("1", "125"));
        setup.drain();
        return settled;
    }

    private void compare() {
        proof.compare(setup.company, setup.accounting.id(), DAY, DAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/numbers",
                "/steps",
                "/bookings",
                "/attention",
                "/proof",
                "/activity",
                "/settings/notifications"
            })
    void answerEmptyAndFullInBothLanguages(String path) throws Exception {
        page(path).andExpect(status().isOk());
        settled();
        held();
        compare();

        page(path).andExpect(status().isOk());
        page(path + "?lang=en").andExpect(status().isOk()).andExpect(content().string(not(containsString("??"))));
        page(path).andExpect(content().string(not(containsString("??"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/bookings", "/attention", "/proof", "/activity", "/activity/csv"})
    void areForPeopleWhoSignedIn(String path) throws Exception {
        mvc.perform(get(path)).andExpect(status().is3xxRedirection());
    }

    @Test
    void showTheDayAndWhatWasBooked() throws Exception {
        settled();
        held();

        page("/")
                .andExpect(content().string(containsString("Ordren nævner intet land")))
                .andExpect(content().string(containsString("<dd>1</dd>")))
                .andExpect(content().string(containsString("Ordre #h1")));
    }

    @Test
    void sayOfABookingWhetherItIsBookedAndWhatCameBack() throws Exception {
        String id = setup.booking(settled()).id().toString();

        page("/bookings/" + id)
                .andExpect(content().string(containsString("Ja. Dokumentet står godkendt")))
                .andExpect(content().string(containsString("Sendt og svaret")))
                .andExpect(content().string(containsString("125,00 kr.")));
        page("/bookings/" + setup.booking(held()).id())
                .andExpect(content().string(containsString("Nej. Intet er bogført.")));
    }

    @Test
    void leadFromABookingToItsPageInTheAccountingProgram() throws Exception {
        Booking booking = setup.booking(settled());
        URI there = billy.baseUri()
                .resolve("/companies/" + setup.keys.organizationId() + "/invoices/"
                        + requireNonNull(booking.invoice()).value());

        page("/bookings/" + booking.id()).andExpect(content().string(containsString("href=\"" + there + "\"")));
        try (HttpClient browser = HttpClient.newHttpClient()) {
            assertThat(browser.send(HttpRequest.newBuilder(there).build(), BodyHandlers.ofString())
                            .body())
                    .contains("125,00");
        }
    }

    @Test
    void findABookingByEachOfItsNumbers() throws Exception {
        var booking = setup.booking(settled());
        held();

        for (String number : new String[] {
            booking.orderNumber(), booking.reference().value(), requireNonNull(booking.invoiceNumber())
        }) {
            mvc.perform(get("/bookings")
                            .with(in(setup.company))
                            .param("number", number)
                            .cookie(owner))
                    .andExpect(content().string(containsString(booking.id().toString())));
        }
        mvc.perform(get("/bookings")
                        .with(in(setup.company))
                        .param("number", "findes ikke")
                        .cookie(owner))
                .andExpect(content().string(containsString("Ingen bogføring passer")));
    }

    @Test
    void tryAllOfAGroupAgainAndShowHowFarTheyAre() throws Exception {
        Fulfillment held = held();

        mvc.perform(press("/attention/release", owner).param("reason", "COUNTRY_MISSING"))
                .andExpect(redirectedUrl(at(setup.company, "/attention?watch=1")));
        page("/attention?watch=1").andExpect(content().string(containsString("0 af 1 er igennem")));
        assertThat(setup.booking(held).state()).isEqualTo(BookingState.WAITING);
        setup.drain();

        page("/attention/progress?of=1")
                .andExpect(content().string(containsString("1 af 1 er igennem")))
                .andExpect(content().string(containsString("1 holdes stadig tilbage")))
                .andExpect(content().string(not(containsString("hx-trigger"))));
    }

    @Test
    void sayWhatWaitsIsWorthAndFindsItByItsNumber() throws Exception {
        held();
        setup.handle(order().id("h2").to("", "").item("1", "80"));
        setup.drain();

        page("/attention")
                .andExpect(content().string(containsString("2 venter på dig")))
                .andExpect(content().string(containsString("205,00")));
        page("/attention?reason=COUNTRY_MISSING")
                .andExpect(content().string(containsString("125,00")))
                .andExpect(content().string(containsString("80,00")));
        page("/attention?q=h2")
                .andExpect(content().string(containsString("80,00")))
                .andExpect(content().string(not(containsString("125,00"))));
        page("/attention?q=%25").andExpect(content().string(containsString("Ingen af dem, der venter, passer")));
    }

    @Test
    void passOverTheChosenOnesAndTakeThatBack() throws Exception {
        Fulfillment one = held();
        Fulfillment other = setup.handle(order().id("h2").to("", "").item("1", "80"));
        setup.drain();
        String id = setup.booking(one).id().toString();

        mvc.perform(press("/attention/chosen", owner).param("booking", id).param("deed", "SKIP"))
                .andExpect(redirectedUrl(at(setup.company, "/attention")));
        assertThat(setup.booking(one).state()).isEqualTo(BookingState.HELD);
        mvc.perform(press("/attention/chosen", owner)
                        .param("booking", id)
                        .param("deed", "SKIP")
                        .param("why", "Solgt i kassen"))
                .andExpect(redirectedUrl(at(setup.company, "/attention")));
        assertThat(setup.booking(one).state()).isEqualTo(BookingState.SKIPPED);
        assertThat(setup.booking(other).state()).isEqualTo(BookingState.HELD);

        page("/bookings/" + id)
                .andExpect(content().string(containsString("Fortryd: prøv igen")))
                .andExpect(content().string(containsString("rel=\"prev\"")));
        mvc.perform(press("/attention/resume", owner).param("booking", id))
                .andExpect(redirectedUrl(at(setup.company, "/bookings/" + id)));
        setup.drain();
        assertThat(setup.booking(one).state()).isEqualTo(BookingState.HELD);
        page("/attention").andExpect(content().string(containsString("2 venter på dig")));
    }

    @Test
    void passOverAllThatAreHeldForOneReason() throws Exception {
        Fulfillment one = held();
        Fulfillment other = setup.handle(order().id("h2").to("", "").item("1", "80"));
        setup.drain();

        mvc.perform(press("/attention/chosen", owner)
                        .param("reason", "COUNTRY_MISSING")
                        .param("deed", "SKIP")
                        .param("why", "Prøveordrer"))
                .andExpect(redirectedUrl(at(setup.company, "/attention")));

        assertThat(setup.booking(one).state()).isEqualTo(BookingState.SKIPPED);
        assertThat(setup.booking(other).state()).isEqualTo(BookingState.SKIPPED);
        page("/attention").andExpect(content().string(containsString("Intet kræver handling")));
    }

    @Test
    void leadFromAProblemToWhatMendsIt() throws Exception {
        context.getBean(dk.ordrebro.integration.OrderIntegrations.class)
                .save(new dk.ordrebro.integration.OrderIntegration(
                        setup.company,
                        setup.shop.id(),
                        setup.shop.name(),
                        setup.shop.platform(),
                        setup.shop.shopKey(),
                        null,
                        setup.shop.freightRule(),
                        setup.shop.contactMode(),
                        setup.shop.productMode(),
                        false,
                        true));
        setup.handle(order().id("u1").item("1", "125"));

        page("/attention")
                .andExpect(content().string(containsString("Shoppen er ikke forbundet")))
                .andExpect(content().string(containsString("/settings/shops/" + setup.shop.id() + "/bookkeeping")));
    }

    @Test
    void doNotCallSkippedAFailure() throws Exception {
        setup.handle(order().id("free").item("1", "0"));
        setup.drain();

        page("/attention")
                .andExpect(content().string(containsString("Intet kræver handling")))
                .andExpect(content().string(containsString("Det er ikke fejl")))
                .andExpect(content().string(containsString("Der er intet at fakturere")));
    }

    @Test
    void handOutTheProofForADanishSpreadsheet() throws Exception {
        settled();
        compare();

        byte[] file = page("/proof/csv?accounting=" + setup.accounting.id() + "&from=" + DAY + "&through=" + DAY)
                .andExpect(
                        header().string("Content-Disposition", containsString("afstemning-2026-11-23-2026-11-23.csv")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        assertThat(new String(file, StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "\uFEFFDag;Shop;Resultat;Modtaget;Håndteret;Venter;Sprunget over;Kladder;Godkendt;Heraf krediteret;I regnskabet;Mangler;"
                                + "For meget;Ikke forstået;Ændret efter bogføring;Betalt tilbage uden varer;Ikke afstemt endnu;Uden beløb;"
                                + "Modtaget DKK;Håndteret DKK;Venter DKK;Sprunget over DKK;"
                                + "Kladder DKK;Godkendt DKK;Heraf krediteret DKK;I regnskabet DKK;Forskel DKK;Øreforskel på momsen DKK;"
                                + "I regnskabet, i kroner;Uden kendt kurs",
                        "2026-11-23;Nordlys Te;Stemmer;1;1;0;0;0;1;0;1;0;0;0;0;0;0;0;125,00;125,00;0,00;0,00;0,00;125,00;0,00;125,00;0,00;0,00;"
                                + "125,00;");
    }

    @Test
    void handOutTheProofForTheAccountantAndFindThePlantedLoss() throws Exception {
        Fulfillment one = settled();
        billy.admin()
                .voidInvoice(
                        setup.keys.organizationId(),
                        requireNonNull(setup.booking(one).invoice()).value());
        compare();

        byte[] file = page("/proof/pdf?accounting=" + setup.accounting.id() + "&from=" + DAY + "&through=" + DAY)
                .andExpect(content().contentType("application/pdf"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        try (var reader = new org.openpdf.text.pdf.PdfReader(file)) {
            String text = new org.openpdf.text.pdf.parser.PdfTextExtractor(reader).getTextFromPage(1);
            assertThat(text).contains("Afstemning", "Noget stemmer ikke", "Mangler i regnskabet", "nordlys:s1:1");
        }
        page("/proof?from=" + DAY + "&through=" + DAY + "&wrong=true")
                .andExpect(content().string(containsString("Mangler i regnskabet")))
                .andExpect(content().string(containsString("href=\"#wrong-2026-11-23\"")));
    }

    @Test
    void filterTheTrailAndHandItOut() throws Exception {
        settled();
        compare();

        page("/activity?subject=proof").andExpect(content().string(containsString("blev stemt af")));
        page("/activity?subject=proof").andExpect(content().string(not(containsString("står i regnskabet"))));
        page("/activity?who=ingen@butik.example").andExpect(content().string(containsString("Intet passer")));
        page("/activity?from=2020-01-01&through=2020-01-02")
                .andExpect(content().string(containsString("Intet passer")));
        String file = new String(
                page("/activity/csv?subject=booking").andReturn().getResponse().getContentAsByteArray(),
                StandardCharsets.UTF_8);
        assertThat(file)
                .startsWith("\uFEFFNummer;Tidspunkt;Hvem;Hvad;")
                .contains("Ordre #s1: faktura på 125,00 kr. er godkendt og står i regnskabet");
        assertThat(file.lines()).hasSize(2);
    }

    @Test
    void keepWhoIsToldOfWhat() throws Exception {
        var me = alarms.readers(setup.company).getFirst().user();

        mvc.perform(press("/settings/notifications/readers", owner)
                        .param("reader", me.id().toString())
                        .param("wants", me.id() + "/PROOF"))
                .andExpect(redirectedUrl(at(setup.company, "/settings/notifications")));
        mvc.perform(press("/settings/notifications", owner)
                        .param("language", "en")
                        .param("downMinutes", "15")
                        .param("unbookedHours", "2")
                        .param("silentHours", "48"))
                .andExpect(redirectedUrl(at(setup.company, "/settings/notifications")));
        mvc.perform(press("/settings/notifications", owner)
                        .param("language", "da")
                        .param("downMinutes", "0")
                        .param("unbookedHours", "x")
                        .param("silentHours", "48"))
                .andExpect(redirectedUrl(at(setup.company, "/settings/notifications")));

        assertThat(alarms.readers(setup.company).getFirst().troubles()).containsExactly(Trouble.PROOF);
        assertThat(alarms.settings(setup.company).downMinutes()).isEqualTo(15);
        page("/activity?subject=alarm-settings")
                .andExpect(content().string(containsString("Reglerne for notifikationer blev ændret")));
    }

    @Test
    void letNobodyDecideWhoMayOnlyRead() throws Exception {
        String id = setup.booking(held()).id().toString();
        Cookie reader = signIn(setup, Role.READ_ONLY);

        mvc.perform(get("/attention").with(in(setup.company)).cookie(reader)).andExpect(status().isOk());
        for (String path : new String[] {
            "/attention/release?reason=COUNTRY_MISSING",
            "/attention/hurry?accounting=" + setup.accounting.id(),
            "/attention/chosen?deed=SKIP&why=x&booking=" + id,
            "/attention/resume?booking=" + id,
            "/bookings/" + id + "/release",
            "/bookings/" + id + "/skip?why=x",
            "/proof/compare?accounting=" + setup.accounting.id() + "&from=" + DAY + "&through=" + DAY,
            "/settings/notifications?language=da&downMinutes=1&unbookedHours=1&silentHours=1",
            "/settings/notifications/readers"
        }) {
            mvc.perform(press(path, reader)).andExpect(status().isForbidden());
        }
        page("/bookings/" + id).andExpect(content().string(containsString("Intet er bogført")));
    }

    @Test
    void answerNothingOfAnotherCompany() throws Exception {
        String id = setup.booking(settled()).id().toString();
        Setup elsewhere = Setup.of(context, billy, true);
        Cookie stranger = signIn(elsewhere, Role.OWNER);

        for (String path : new String[] {
            "/bookings/" + id,
            "/bookings/" + id + "/fate",
            "/proof?accounting=" + setup.accounting.id(),
            "/proof/csv?accounting=" + setup.accounting.id(),
            "/proof/pdf?accounting=" + setup.accounting.id()
        }) {
            mvc.perform(get(path).with(in(elsewhere.company)).cookie(stranger)).andExpect(status().isNotFound());
        }
        mvc.perform(post("/attention/hurry?accounting=" + setup.accounting.id())
                        .with(in(elsewhere.company))
                        .with(csrf())
                        .cookie(stranger))
                .andExpect(status().isNotFound());
        mvc.perform(get("/bookings")
                        .param("number", "#s1")
                        .with(in(elsewhere.company))
                        .cookie(stranger))
                .andExpect(content().string(not(containsString(id))));
        mvc.perform(get("/activity")
                        .param("subject", "booking")
                        .param("id", id)
                        .with(in(elsewhere.company))
                        .cookie(stranger))
                .andExpect(content().string(containsString("Intet passer")));
    }

    @Test
    void creditUndoesAnInvoice() throws Exception {
        Fulfillment one = settled();

        mvc.perform(press("/bookings/" + setup.booking(one).id() + "/credit", owner))
                .andExpect(redirectedUrl(at(setup.company, "/orders/" + one.order())));
        setup.drain();

        page("/bookings").andExpect(content().string(containsString("Kreditnota")));
    }
}
