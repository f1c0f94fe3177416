package dk.ordrebro.web;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static dk.ordrebro.web.SignedInAs.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dk.ordrebro.access.Role;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.booking.Stage;
import dk.ordrebro.booking.totals.DailyTotals;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.order.Fulfillment;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** A company with drafts only: nothing calls one of them booked, and everything a person can do about them is there. */
@SpringBootTest(properties = "ordrebro.drains=off")
@AutoConfigureMockMvc
@OwnDatabase
class DraftsOnlyTests {

    /** The word with what stands before it, so that a denial can be told from a claim. */
    private static final Pattern BOOKED_DA = Pattern.compile("(?i)([\\wæøå»« ]{0,30})\\bbogført\\b");

    private static final Pattern BOOKED_EN = Pattern.compile("(?i)([\\w ]{0,30})\\bbooked\\b");
    private static final Pattern DENIED =
            Pattern.compile("(?i)(ikke|intet|aldrig|er noget|not|nothing|never|was anything|to be|are)\\b[\\wæøå ]*$");

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private DailyTotals totals;

    private Setup setup;
    private Fulfillment first;

    @BeforeAll
    static void startBilly() {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
    }

    @AfterAll
    static void stopBilly() {
        billy.close();
    }

    @BeforeEach
    void makeDrafts() {
        setup = Setup.of(context, billy, false);
        first = setup.handle(order().id("1").item("1", "125"));
        setup.handle(order().id("2").item("1", "250"));
        setup.drain();
    }

    private String read(String path) throws Exception {
        return mvc.perform(get(path).with(as(setup.company, Role.OWNER)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String press(String path) throws Exception {
        String location = mvc.perform(
                        post(path).with(as(setup.company, Role.OWNER)).with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return String.valueOf(location);
    }

    private Booking booking() {
        return setup.booking(first);
    }

    private List<String> pages() {
        return List.of(
                "/",
                "/numbers",
                "/bookings",
                "/bookings/" + booking().id(),
                "/drafts",
                "/orders",
                "/orders/" + first.order(),
                "/activity",
                "/activity/csv");
    }

    private static List<String> claims(Pattern booked, String text) {
        String seen = text.replaceAll("(?s)<(script|style).*?</\\1>", " ")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
        Matcher matcher = booked.matcher(seen);
        return matcher.results()
                .filter(found -> !DENIED.matcher(found.group(1)).find())
                .map(found -> found.group())
                .toList();
    }

    @Test
    void calledBookedNowhere() throws Exception {
        for (String path : pages()) {
            assertThat(claims(BOOKED_DA, read(path))).as(path).isEmpty();
            assertThat(claims(BOOKED_EN, read(path + "?lang=en")))
                    .as(path + " in English")
                    .isEmpty();
        }
        assertThat(read("/bookings/" + booking().id())).contains("Kladde");
        assertThat(read("/orders/" + first.order())).contains("Kladde");
    }

    @Test
    void toldOfByHowManyAndHowMuch() throws Exception {
        assertThat(read("/drafts")).contains("2 kladder venter").contains("375,00 kr.");
        assertThat(read("/bookings")).contains("2 kladder venter").contains("375,00 kr.");
        assertThat(read("/")).contains("2 kladder venter").contains("375,00 kr.");
    }

    @Test
    void approvedWhereTheyAreShown() throws Exception {
        assertThat(read("/bookings/" + booking().id()))
                .contains("Godkend kladden")
                .contains("Slet kladden");
        press("/bookings/" + booking().id() + "/approve");
        setup.drain();
        assertThat(booking().stage()).isEqualTo(Stage.APPROVED);
        assertThat(read("/bookings/" + booking().id())).contains("Godkendt").doesNotContain("Slet kladden");

        String follow = press("/drafts/approve-all?approval=0199b1c4-0000-7000-8000-000000000001");
        setup.drain();
        assertThat(follow).contains("/drafts/approvals/");
        assertThat(read("/drafts/approvals/0199b1c4-0000-7000-8000-000000000001"))
                .contains("1 af 1 er godkendt");
        assertThat(totals.pile(setup.company, Standing.DRAFT).documents()).isZero();
    }

    @Test
    void deletedAndMadeAgainWhereTheyAreShown() throws Exception {
        setup.system().delete(java.util.Objects.requireNonNull(booking().invoice()));
        press("/bookings/" + booking().id() + "/look");
        assertThat(booking().stage()).isEqualTo(Stage.GONE);
        assertThat(read("/"))
                .contains("Ét dokument mangler i regnskabsprogrammet")
                .contains("125,00 kr.");
        assertThat(read("/bookings?state=SETTLED&standing=GONE"))
                .contains(booking().id().toString());
        assertThat(read("/bookings/" + booking().id())).contains("Lav den igen").contains("Lad det være væk");

        press("/bookings/" + booking().id() + "/again");
        setup.drain();

        assertThat(totals.pile(setup.company, Standing.DRAFT).documents()).isEqualTo(2);
    }

    @Test
    void takenBackTogetherWhereTheyWentToAWrongAccount() throws Exception {
        String found = read("/correct?account=1110&since=" + booking().day());
        assertThat(found)
                .contains("2 fakturaer har brugt kontoen")
                .contains("375,00 kr.")
                .contains("Tag 2 fakturaer tilbage");

        String run = press("/correct?job=0199b1c4-0000-7000-8000-000000000002&account=1110&since="
                + booking().day());

        assertThat(run).endsWith("/orders/bulk/0199b1c4-0000-7000-8000-000000000002");
        assertThat(read("/orders/bulk/0199b1c4-0000-7000-8000-000000000002")).contains("0 af 2");
        assertThat(press("/correct/chosen?job=0199b1c4-0000-7000-8000-000000000003&booking="
                        + booking().id()))
                .endsWith("/orders/bulk/0199b1c4-0000-7000-8000-000000000003");
    }
}
