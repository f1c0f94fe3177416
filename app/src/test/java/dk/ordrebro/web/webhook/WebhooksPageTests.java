package dk.ordrebro.web.webhook;

import static dk.ordrebro.web.SignedInAs.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Role;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.webhook.Delivery;
import dk.ordrebro.webhook.Endpoint;
import dk.ordrebro.webhook.Endpoints;
import dk.ordrebro.webhook.Event;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(properties = "ordrebro.drains=off")
@AutoConfigureMockMvc
@OwnDatabase
class WebhooksPageTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Companies companies;

    @Autowired
    private Endpoints endpoints;

    private CompanyId company;

    @BeforeEach
    void makeACompany() {
        company = companies.create("Butikken").id();
    }

    private MvcTestResult get(String path, CompanyId whose) {
        return mvc.get()
                .uri("/settings/webhooks" + path)
                .with(as(whose, Role.OWNER))
                .exchange();
    }

    private MvcTestResult post(String path, CompanyId whose, Role role, Map<String, String> typed) {
        var request = mvc.post()
                .uri("/settings/webhooks" + path)
                .with(as(whose, role))
                .with(csrf());
        typed.forEach(request::param);
        return request.exchange();
    }

    private Endpoint add() {
        post("", company, Role.OWNER, Map.of("url", "https://bog.example/hook", "event", "SETTLED"));
        return endpoints.all(company).getFirst();
    }

    @Test
    void showsTheSecretOnceAndNeverAgain() {
        MvcTestResult added =
                post("", company, Role.OWNER, Map.of("url", "https://bog.example/hook", "event", "SETTLED"));

        assertThat(added).hasStatusOk().bodyText().contains("whsec_");
        Endpoint made = endpoints.all(company).getFirst();
        assertThat(made.events()).containsExactly(Event.SETTLED);
        assertThat(get("/" + made.id(), company)).hasStatusOk().bodyText().doesNotContain("whsec_");
        assertThat(get("", company)).hasStatusOk().bodyText().contains("https://bog.example/hook");
    }

    @Test
    void refusesAddressesItMayNotReachAndNoEvents() {
        for (String url : List.of("http://bog.example/x", "https://a:b@bog.example", "ftp://x", "")) {
            assertThat(post("", company, Role.OWNER, Map.of("url", url, "event", "SETTLED")))
                    .bodyText()
                    .contains("kan ikke bruges");
        }
        assertThat(post("", company, Role.OWNER, Map.of("url", "https://bog.example/x")))
                .bodyText()
                .contains("mindst én");
        assertThat(endpoints.all(company)).isEmpty();
    }

    @Test
    void listsWhatWasSentAndShowsIt() {
        Endpoint made = add();
        post("/" + made.id() + "/ping", company, Role.OWNER, Map.of());
        Delivery ping =
                endpoints.deliveries(company, made.id(), Optional.empty(), 5).getFirst();

        assertThat(get("/" + made.id(), company)).bodyText().contains("ping", "Venter");
        assertThat(get("/" + made.id() + "/deliveries/" + ping.id(), company))
                .hasStatusOk()
                .bodyText()
                .contains(ping.id().toString());
        assertThat(post("/" + made.id() + "/deliveries/" + ping.id() + "/resend", company, Role.OWNER, Map.of()))
                .hasStatus3xxRedirection();
    }

    @Test
    void switchesOffAndOnAndRemoves() {
        Endpoint made = add();
        post("/" + made.id() + "/off", company, Role.OWNER, Map.of());
        assertThat(endpoints.find(company, made.id()).orElseThrow().state()).isEqualTo(Endpoint.State.OFF);
        assertThat(get("/" + made.id(), company)).bodyText().contains("Slå til");
        post("/" + made.id() + "/on", company, Role.OWNER, Map.of());
        post("/" + made.id(), company, Role.OWNER, Map.of("event", "HELD"));
        assertThat(endpoints.find(company, made.id()).orElseThrow().events()).containsExactly(Event.HELD);
        post("/" + made.id() + "/remove", company, Role.OWNER, Map.of());
        assertThat(endpoints.all(company)).isEmpty();
    }

    @Test
    void answersForItsOwnCompanyOnlyAndForThoseWhoMay() {
        Endpoint made = add();
        CompanyId other = companies.create("En anden").id();

        assertThat(get("/" + made.id(), other)).hasStatus(404);
        for (String path : List.of("", "/on", "/off", "/ping", "/remove")) {
            assertThat(post("/" + made.id() + path, other, Role.OWNER, Map.of("event", "HELD")))
                    .hasStatus(404);
            assertThat(post("/" + made.id() + path, company, Role.WAREHOUSE, Map.of("event", "HELD")))
                    .hasStatus(403);
        }
        assertThat(post("", company, Role.WAREHOUSE, Map.of("url", "https://x.example", "event", "HELD")))
                .hasStatus(403);
        assertThat(endpoints.find(company, made.id()).orElseThrow().state()).isEqualTo(Endpoint.State.ON);
    }
}
