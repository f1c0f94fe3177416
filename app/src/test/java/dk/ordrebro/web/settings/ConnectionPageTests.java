package dk.ordrebro.web.settings;

import static dk.ordrebro.web.SignedInAs.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.access.Role;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.intake.Feeds;
import dk.ordrebro.intake.PaperShop;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.integration.ShopConnections;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(properties = "ordrebro.drains=off")
@AutoConfigureMockMvc
@OwnDatabase
class ConnectionPageTests {

    private static final String URL = "https://papir.example";

    @TestConfiguration
    static class Paper {

        @Bean
        PaperShop paperShop() {
            return new PaperShop();
        }
    }

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Companies companies;

    @Autowired
    private Ids ids;

    @Autowired
    private OrderIntegrations integrations;

    @Autowired
    private ShopConnections connections;

    @Autowired
    private Feeds feeds;

    private CompanyId company;
    private OrderIntegration shop;

    @BeforeEach
    void makeAShop() {
        company = companies.create("Papirhandlen").id();
        shop = new OrderIntegration(
                company,
                new OrderIntegrationId(ids.next()),
                "Papir",
                PaperShop.PLATFORM,
                "papir",
                null,
                FreightRule.FIRST,
                ContactMode.PER_CUSTOMER,
                ProductMode.PER_TEMPLATE,
                false,
                true);
        integrations.save(shop);
    }

    private String path(String below) {
        return "/settings/shops/" + shop.id() + below;
    }

    private MvcTestResult get(String below, CompanyId company) {
        return mvc.get().uri(path(below)).with(as(company, Role.OWNER)).exchange();
    }

    private MvcTestResult save(String url, String secret, Role role) {
        return mvc.post()
                .uri(path("/connection"))
                .with(as(company, role))
                .with(csrf())
                .param("base-url", url)
                .param("secret", secret)
                .exchange();
    }

    @Test
    void asksForWhatThePlatformNeeds() {
        assertThat(get("/connection", company))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"base-url\"", "type=\"url\"", "name=\"secret\"", "type=\"password\"")
                .doesNotContain("id=\"health\"");
    }

    @Test
    void keepsWhatWorksAndStartsReading() {
        assertThat(save(URL + "/", "rigtig", Role.OWNER)).hasStatus3xxRedirection();

        assertThat(connections.find(company, shop.id()).orElseThrow().setting("base-url"))
                .isEqualTo(URL);
        assertThat(feeds.health(company, shop.id())).isPresent();
        assertThat(get("/connection", company))
                .bodyText()
                .contains("id=\"health\"", URL)
                .doesNotContain("rigtig");
    }

    @Test
    void keepsNothingThatDoesNotWorkAndShowsNoSecretAgain() {
        assertThat(save(URL, "forkert", Role.OWNER))
                .hasStatusOk()
                .bodyText()
                .contains("afviser nøglen", URL)
                .doesNotContain("forkert\"");
        assertThat(save("http://127.0.0.1:9200", "rigtig", Role.OWNER))
                .hasStatusOk()
                .bodyText()
                .contains("kan ikke bruges");
        assertThat(save(URL, "", Role.OWNER)).hasStatusOk().bodyText().contains("Udfyld alle felter");

        assertThat(connections.find(company, shop.id())).isEmpty();
        assertThat(feeds.health(company, shop.id())).isEmpty();
    }

    @Test
    void keepsTheSecretWhenItIsNotTypedAgain() {
        save(URL, "rigtig", Role.OWNER);
        assertThat(save("https://ny.example", "", Role.OWNER)).hasStatus3xxRedirection();

        assertThat(connections.find(company, shop.id()).orElseThrow().secret("secret"))
                .contains(new Secret("rigtig"));
    }

    @Test
    void startsAnImportFromADateThatHasBeen() {
        save(URL, "rigtig", Role.OWNER);
        post("/connection/history", company, Map.of("from", "2999-01-01"));
        assertThat(feeds.health(company, shop.id()).orElseThrow().history()).isNull();

        post("/connection/history", company, Map.of("from", "2026-01-01", "bookToo", "true"));

        assertThat(feeds.health(company, shop.id()).orElseThrow().history())
                .extracting(history -> history.from().toString())
                .isEqualTo("2025-12-31T23:00:00Z");
        assertThat(get("/connection/health", company)).bodyText().contains("01-01-2026");
    }

    private MvcTestResult post(String below, CompanyId company, Map<String, String> typed) {
        var request = mvc.post().uri(path(below)).with(as(company, Role.OWNER)).with(csrf());
        typed.forEach(request::param);
        return request.exchange();
    }

    @Test
    void answersForItsOwnCompanyOnly() {
        save(URL, "rigtig", Role.OWNER);
        CompanyId other = companies.create("En anden").id();

        assertThat(get("/connection", other)).hasStatus(404);
        assertThat(get("/connection/health", other)).hasStatus(404);
        assertThat(get("/held", other)).hasStatus(404);
        assertThat(post("/connection/test", other, Map.of())).hasStatus(404);
        assertThat(post("/connection/history", other, Map.of("from", "2026-01-01")))
                .hasStatus(404);
        assertThat(post("/connection", other, Map.of("base-url", URL, "secret", "rigtig")))
                .hasStatus(404);
    }

    @Test
    void letsOnlyThoseWhoMayChangeSettings() {
        assertThat(save(URL, "rigtig", Role.WAREHOUSE)).hasStatus(403);
        assertThat(mvc.get()
                        .uri(path("/connection"))
                        .with(as(company, Role.WAREHOUSE))
                        .exchange())
                .hasStatusOk();
    }

    @Test
    void triesWhatIsStored() {
        save(URL, "rigtig", Role.OWNER);

        assertThat(post("/connection/test", company, Map.of())).hasStatus3xxRedirection();
        Map<String, Object> next =
                post("/connection/test", company, Map.of()).getMvcResult().getFlashMap();
        assertThat(next).extractingByKey("said").asString().contains("connection.works", "Papirbutikken");
    }
}
