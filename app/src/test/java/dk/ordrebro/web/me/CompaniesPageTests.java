package dk.ordrebro.web.me;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static dk.ordrebro.web.SignedInAs.at;
import static dk.ordrebro.web.SignedInAs.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Cvr;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.User;
import dk.ordrebro.access.Users;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.OwnDatabase;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** An agency's Monday: all companies on one page, what waits in each, and nothing of those it does not belong to. */
@SpringBootTest(properties = "ordrebro.drains=off")
@AutoConfigureMockMvc
@OwnDatabase
class CompaniesPageTests {

    private static final String PASSWORD = "hest batteri hæfteklamme";

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Companies companies;

    @Autowired
    private Users users;

    private Setup busy;
    private CompanyId quiet;
    private CompanyId strangers;
    private Cookie session;

    @BeforeAll
    static void startBilly() {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
    }

    @AfterAll
    static void stopBilly() {
        billy.close();
    }

    @BeforeEach
    void belongToTwoOfThree() throws Exception {
        busy = Setup.of(context, billy, false);
        quiet = companies.create("Havnens Garn").id();
        strangers = companies.create("En fremmed").id();
        User kim =
                users.create(busy.company, Role.BOOKKEEPER, UUID.randomUUID() + "@kontor.example", "Kim Bak", PASSWORD);
        users.join(quiet, kim.id(), Role.OWNER);
        session = Objects.requireNonNull(mvc.perform(
                        post("/signin").with(csrf()).param("email", kim.email()).param("password", PASSWORD))
                .andReturn()
                .getResponse()
                .getCookie("ordrebro-session"));
    }

    private String page(CompanyId at, String q) throws Exception {
        return mvc.perform(get("/companies").param("q", q).with(in(at)).cookie(session))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void showsWhatWaitsInEach() throws Exception {
        busy.handle(order().id("h1").to("", "").item("1", "125"));
        busy.handle(order().id("d1").item("1", "250"));
        busy.drain();

        assertThat(page(quiet, ""))
                .contains("Havnens Garn", at(busy.company, "/attention"), "125,00 kr.", "250,00 kr.")
                .doesNotContain("En fremmed", at(strangers, "/"));
    }

    @Test
    void findsACompanyByNameOrNumber() throws Exception {
        companies.number(busy.company, Cvr.read("10150817"));

        // The menu leads to the company one looks from, so each row is looked for from the other.
        assertThat(page(quiet, "10150817")).contains(at(busy.company, "/\""));
        assertThat(page(busy.company, "10150817")).doesNotContain(at(quiet, "/\""));
        assertThat(page(busy.company, "havnens")).contains(at(quiet, "/\""));
        assertThat(page(quiet, "havnens")).doesNotContain(at(busy.company, "/\""));
    }

    @Test
    void keepsANumberOnlyWhereTheDigitsFit() throws Exception {
        for (String typed : List.of("10150817", "10150818")) {
            mvc.perform(post("/companies/cvr")
                    .param("cvr", typed)
                    .with(in(quiet))
                    .with(csrf())
                    .cookie(session));
        }
        int refused = mvc.perform(post("/companies/cvr")
                        .param("cvr", "10150817")
                        .with(in(busy.company))
                        .with(csrf())
                        .cookie(session))
                .andReturn()
                .getResponse()
                .getStatus();

        assertThat(refused).isEqualTo(403);
        assertThat(Optional.ofNullable(
                        companies.numbers(List.of(quiet, busy.company)).get(quiet)))
                .isEqualTo(Cvr.read("10150817"));
        assertThat(companies.numbers(List.of(busy.company))).isEmpty();
    }
}
